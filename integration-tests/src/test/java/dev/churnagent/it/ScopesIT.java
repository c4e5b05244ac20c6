package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.fetch.FetchReport;
import dev.churnagent.it.fetch.framework.Frameworks;
import dev.churnagent.it.fetch.program.NestedScopes;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Units of work: test methods by their annotations, and what patterns name. */
class ScopesIT {
  private static final String TESTS = Frameworks.class.getPackageName() + ".";
  private static final String PROGRAM = NestedScopes.class.getPackageName() + ".";

  private FetchServer server;

  @BeforeEach
  void startServer() {
    server = FetchServer.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** Connections of each scope; avoidable calls of each path. */
  private record Framework(
      String name, int tests, Map<String, Integer> scopes, Map<String, Integer> avoidable) {}

  static Stream<Arguments> frameworks() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, jupiter()),
                    Arguments.of(jdk, junit4()),
                    Arguments.of(jdk, testNg())));
  }

  private static Framework jupiter() {
    return new Framework(
        "jupiter",
        11,
        Map.of(
            TESTS + "JupiterFlows#fetchesTwice", 2,
            TESTS + "JupiterFlows#fetchesOnce", 1,
            TESTS + "JupiterFlows#fetchesOnceToo", 1,
            TESTS + "JupiterFlows#isParameterized", 3,
            TESTS + "JupiterFlows#isRepeated", 2,
            TESTS + "JupiterFlows#makesTests", 2,
            TESTS + "JupiterFlows$Inner#fetchesInside", 2,
            TESTS + "InheritedFlows#isInherited", 2),
        Map.of(
            "/twice", 1,
            "/once", 0,
            "/parameterized", 0,
            "/repeated", 0,
            "/factory", 1,
            "/inside", 1,
            "/inherited", 1));
  }

  private static Framework junit4() {
    return new Framework(
        "junit4",
        4,
        Map.of(
            TESTS + "JUnit4Flows#fetchesTwice", 2,
            TESTS + "JUnit4Flows#fetchesOnce", 1,
            TESTS + "JUnit4Flows#fetchesOnceToo", 1,
            TESTS + "JUnit4Flows#hasTimeout", 2),
        Map.of("/twice", 1, "/once", 0, "/timeout", 1));
  }

  private static Framework testNg() {
    return new Framework(
        "testng",
        7,
        Map.of(
            TESTS + "TestNgFlows#fetchesTwice", 2,
            TESTS + "TestNgFlows#fetchesOnce", 1,
            TESTS + "TestNgFlows#fetchesOnceToo", 1,
            TESTS + "TestNgFlows#isParameterized", 3,
            TESTS + "TestNgClassFlows#isTestByItsClass", 2),
        Map.of("/twice", 1, "/once", 0, "/parameterized", 0, "/by-class", 1));
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void shouldTakeEachTestMethodAsAScope(Jdk jdk, Framework framework) {
    Finished run =
        AgentProcess.java(jdk).main(Frameworks.class, framework.name(), server.url()).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.toldNumber("passed")).as(run::everything).isEqualTo(framework.tests());
    assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
    assertThat(scopes(run)).isEqualTo(new TreeMap<>(framework.scopes()));
    framework.avoidable().forEach((path, calls) -> verifyAvoidable(run, path, calls));
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldTakeTheInnermostScopeThatPatternsName(Jdk jdk) {
    Finished run =
        AgentProcess.java(jdk)
            .option("app", PROGRAM + "*")
            .option(
                "scope", PROGRAM + "NestedScopes#outer;" + PROGRAM + "NestedScopes$Task#perform")
            .main(NestedScopes.class, server.url())
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
    assertThat(scopes(run))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    PROGRAM + "NestedScopes#outer", 2,
                    PROGRAM + "NestedScopes$FirstTask#perform", 3,
                    PROGRAM + "NestedScopes$SecondTask#perform", 2)));
    verifyAvoidable(run, "/outer", 1);
    verifyAvoidable(run, "/inner", 0);
    verifyAvoidable(run, "/second", 1);
  }

  /** Connections by scope, over all sites. */
  private static Map<String, Integer> scopes(Finished run) {
    Map<String, Integer> scopes = new TreeMap<>();
    for (JsonNode site : run.report().json().path("sites")) {
      for (JsonNode scope : site.path("scopes")) {
        scopes.merge(scope.path("name").asText(), scope.path("connections").asInt(), Integer::sum);
      }
    }
    return scopes;
  }

  private void verifyAvoidable(Finished run, String path, int calls) {
    FetchReport report = new FetchReport(run.report(), false);
    String target = "GET " + server.url() + path + "/closing";
    List<JsonNode> rows = report.requests(row -> row.path("target").asText().equals(target));
    assertThat(rows).as(target).hasSize(1);
    String id = rows.get(0).path("id").asText();
    assertThat(rows.get(0).path("calls").asInt())
        .isEqualTo(server.calls("GET " + path + "/closing"));
    List<JsonNode> chains =
        report.all("chains").stream()
            .filter(chain -> chain.path("request").asText().equals(id))
            .toList();
    assertThat(FetchReport.sum(chains, "avoidableCalls"))
        .as("%s: %s", path, chains)
        .isEqualTo(calls);
  }
}
