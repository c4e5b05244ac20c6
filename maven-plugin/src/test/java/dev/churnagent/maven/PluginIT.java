package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real Maven made of the projects in {@code src/it}; the invoker has built them before. */
class PluginIT {

  @ParameterizedTest
  @CsvSource({
    // module, connections that the tests were told to open, JVMs
    "plain, 8, 1",
    "own-arguments, 0, 1",
    "early-arguments, 8, 1",
    "own-property, 8, 1",
    "forked, 8, 2",
    "parallel, 8, 1",
    "with-failsafe, 10, 2",
    "jacoco-before, 8, 1",
    "jacoco-after, 8, 1",
    "config-file, 8, 1",
  })
  void shouldCountWhatTheServersAccepted(String module, int connections, int runs)
      throws Exception {
    BuiltProject project = new BuiltProject("passing/" + module);
    assertThat(project.accepted()).isEqualTo(connections);
    assertThat(project.runs()).isEqualTo(runs);
    JsonNode report = project.report();
    assertThat(report.at("/totals/connections").asInt(-1)).isEqualTo(connections);
    assertThat(report.at("/run/degraded")).isEmpty();
    assertThat(report.path("verdict").asText()).isEqualTo("pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jacoco-before", "jacoco-after"})
  void shouldLeaveJacocoItsData(String module) throws Exception {
    assertThat(new BuiltProject("passing/" + module).target().resolve("jacoco.exec"))
        .isNotEmptyFile();
  }

  @Test
  void shouldSayWhichTestOpenedWhat() throws Exception {
    List<String> scopes =
        new BuiltProject("passing/forked").report().at("/sites/0/scopes").findValuesAsText("name");
    assertThat(scopes)
        .satisfiesExactlyInAnyOrder(
            name -> assertThat(name).endsWith("LoopbackTest#opensFive").doesNotContain("Other"),
            name -> assertThat(name).endsWith("OtherLoopbackTest#opensThree"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"without-tests", "helpers-only"})
  void shouldPassAModuleThatHasNothingToRecord(String module) throws Exception {
    assertThat(new BuiltProject("passing/" + module).target().resolve("churn")).doesNotExist();
    assertThat(new BuiltProject("passing").log())
        .anyMatch(line -> line.contains("nothing to check: " + module + ": "));
  }

  @Test
  void shouldKeepTheConsoleFreeOfEachJvmsSummary() throws Exception {
    assertThat(new BuiltProject("passing").log())
        .noneMatch(line -> line.startsWith("churn-agent:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "violated | churn: FAIL: 1 of 1 check violated: dev.churnagent.it.Peer.connect(Peer.java:",
        "arguments-replaced | its <argLine> '-Xmx256m' takes the place of the property",
        "not-forked | forkCount is 0, so tests run in Maven's own JVM",
        "no-limits | there are no limits to check: give <maxRate>",
        "mistake | max-rate: '5' is not a rate; allowed is a number per s, min or h",
        "unknown-option | chain-windw: unknown option",
      })
  void shouldStopTheBuildAndSayWhy(String module, String why) throws Exception {
    assertThat(new BuiltProject("failing").log())
        .filteredOn(
            line ->
                line.startsWith("[ERROR] Failed") && line.contains("on project " + module + ":"))
        .singleElement()
        .asString()
        .contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mistake", "unknown-option"})
  void shouldTellMistakesBeforeAnyTestRuns(String module) throws Exception {
    assertThat(new BuiltProject("failing/" + module).accepted()).isZero();
  }

  @Test
  void shouldReportWhatIsViolated() throws Exception {
    JsonNode report = new BuiltProject("failing/violated").report();
    assertThat(report.path("verdict").asText()).isEqualTo("fail");
    assertThat(report.at("/totals/connections").asInt()).isEqualTo(8);
  }

  @Test
  void shouldGoOnAfterAViolationIfAsked() throws Exception {
    BuiltProject project = new BuiltProject("continuing");
    assertThat(project.report().path("verdict").asText()).isEqualTo("fail");
    assertThat(project.log())
        .anyMatch(line -> line.startsWith("[WARNING] dev.churnagent.it.Peer.connect(Peer.java:"))
        .contains("[WARNING] FAIL: 1 of 1 check violated", "[INFO] BUILD SUCCESS");
  }

  @Test
  void shouldSkipWithoutAFailure() throws Exception {
    assertThat(new BuiltProject("skipping").log())
        .filteredOn(line -> line.contains("churn: skipped") || line.contains("churn: nothing to"))
        .containsExactly(
            "[INFO] churn: skipped (churn.skip)",
            "[INFO] churn: skipped (churn.skip)",
            "[INFO] churn: skipped (churn.skip)",
            "[INFO] churn: nothing to report: skipping: its tests are skipped",
            "[INFO] churn: nothing to check: skipping: its tests are skipped",
            "[INFO] churn: nothing to report: skipping: its tests are skipped",
            "[INFO] churn: nothing to check: skipping: its tests are skipped",
            "[INFO] churn: nothing to report: skipping: none of its tests was selected",
            "[INFO] churn: nothing to check: skipping: none of its tests was selected");
  }

  @Test
  void shouldNotCountTheRunsOfAnEarlierBuild() throws Exception {
    BuiltProject project = new BuiltProject("again");
    assertThat(project.accepted()).isEqualTo(8 + 3);
    assertThat(project.runs()).isEqualTo(1);
    assertThat(project.report().at("/totals/connections").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"surefire alone", "and jacoco"})
  void shouldFindItsWayWithBlanksAndACommaInPaths(String module) throws Exception {
    BuiltProject project = new BuiltProject("a path with spaces/" + module);
    assertThat(project.report("runs, all").at("/totals/connections").asInt()).isEqualTo(8);
    assertThat(project.accepted()).isEqualTo(8);
  }

  @Test
  void shouldJudgeModulesOnTheirOwnAndAllTogether() throws Exception {
    BuiltProject first = new BuiltProject("modules/first");
    BuiltProject second = new BuiltProject("modules/second");
    BuiltProject root = new BuiltProject("modules");
    assertThat(first.report().path("verdict").asText()).isEqualTo("pass");
    assertThat(second.report("elsewhere").path("verdict").asText()).isEqualTo("pass");
    JsonNode all = root.report("churn-aggregate");
    assertThat(all.at("/totals/connections").asInt())
        .isEqualTo(16)
        .isEqualTo(first.accepted() + second.accepted());
    assertThat(all.path("verdict").asText()).isEqualTo("fail");
    assertThat(root.log())
        .filteredOn(line -> line.startsWith("[ERROR] Failed"))
        // Once with the modules' builds, and once afterwards, alone.
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line).contains(":check-aggregate ", "16 connections, allowed 8"));
  }
}
