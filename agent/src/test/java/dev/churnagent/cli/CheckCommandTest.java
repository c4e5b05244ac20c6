package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.report.Report;
import dev.churnagent.report.TestFetches;
import dev.churnagent.report.TestReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path directory;

  @BeforeEach
  void makeReports() throws IOException {
    StoredReports.write(StoredReports.report(0), directory.resolve("good/report.json"));
    StoredReports.write(StoredReports.report(3), directory.resolve("lost/report.json"));
    StoredReports.write(
        StoredReports.report(0, "the disk was full"), directory.resolve("degraded/report.json"));
  }

  @Test
  void shouldPassWhenEveryLimitHolds() {
    CommandLineRun run = CommandLineRun.in(directory, "check", "good", "--max-rate", "50/s");
    assertThat(run.out()).isEqualTo("PASS: 2 checks held" + System.lineSeparator());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
  }

  @Test
  void shouldPrintTheWorstViolationFirst() {
    CommandLineRun run = CommandLineRun.in(directory, "check", "good", "--max-rate", "5/s");
    assertThat(run.out().lines())
        .containsExactly(
            "a.Fast.run(A.java:7): 50 connections/s, allowed 5  [max-rate: 5/s]",
            "a.Slow.run(A.java:7): 6 connections/s, allowed 5  [max-rate: 5/s]",
            "FAIL: 2 of 2 checks violated");
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
  }

  @Test
  void shouldTakeLimitsFromTheFileAndTheOptionTogether() throws Exception {
    Files.writeString(
        directory.resolve("churn.yaml"), "limits: [{site: a.Slow, max-connections: 9}]");
    CommandLineRun run = CommandLineRun.in(directory, "check", "good", "--max-rate", "50/s");
    assertThat(run.out()).startsWith("a.Slow.run(A.java:7): 10 connections, allowed 9");
    assertThat(run.out()).contains("FAIL: 1 of 3 checks violated");
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
  }

  @Test
  void shouldNeverPassWhatWasNotMeasured() throws Exception {
    CommandLineRun run = CommandLineRun.in(directory, "check", "degraded", "--max-rate", "50/s");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.out()).startsWith("UNKNOWN: ").doesNotContain("PASS");
    assertThat(run.err()).contains("not everything was measured: the disk was full");

    run = CommandLineRun.in(directory, "check", "good", "lost", "--max-rate", "5/s");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.out()).contains("FAIL: 4 of 4 checks violated, and not everything was measured");
    assertThat(run.err()).contains("run run-1 lost 3 events");
  }

  @Test
  void shouldNeverPassALimitOnFetchesThatWereNotRecorded() throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), "limits: [{max-redundant-calls: 9}]");
    CommandLineRun run = CommandLineRun.in(directory, "check", "good");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.out()).startsWith("UNKNOWN: ").doesNotContain("PASS");
    assertThat(run.err())
        .contains("'max-redundant-calls: 9' can't be judged: no fetches were recorded")
        .hasLineCount(1);
    JsonNode unknown = json("check", "good", "--json");
    assertThat(unknown.get("verdict").isNull()).isTrue();
    assertThat(unknown.get("limits").get(0).get("measured").isNull()).isTrue();
    assertThat(unknown.get("limits").get(0).get("verdict").isNull()).isTrue();
  }

  @Test
  void shouldJudgeFetchesButNotAcceptedOnes() throws Exception {
    Report fetches = TestFetches.report(TestReports.churn(), TestFetches.incident(), List.of());
    StoredReports.write(fetches, directory.resolve("fetches/report.json"));
    String limits = "limits: [{max-redundant-calls: 9}, {max-duplicates: 32}]\n";
    Files.writeString(directory.resolve("churn.yaml"), limits);

    CommandLineRun run = CommandLineRun.in(directory, "check", "fetches");
    assertThat(run.out().lines())
        .containsExactly(
            "run: 32 calls, allowed 9  [max-redundant-calls: 9]", "FAIL: 1 of 2 checks violated");
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
    JsonNode json = json("check", "fetches", "--json");
    assertThat(json.get("limits").get(1).get("subject").asText()).contains("getNecessaryData");
    assertThat(json.get("limits").get(1).get("unit").asText()).isEqualTo("calls");

    Files.writeString(
        directory.resolve("churn.yaml"),
        limits + "ignore: [{request: com.acme.Device#get*, reason: so}]");
    run = CommandLineRun.in(directory, "check", "fetches");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.ALL_HELD);
  }

  @Test
  void shouldPrintLimitsAndVerdictForMachines() throws Exception {
    JsonNode fail = json("check", "good", "--max-rate", "5/s", "--json");
    assertThat(fail.get("verdict").asText()).isEqualTo("fail");
    assertThat(fail.get("limits")).hasSize(2);
    assertThat(fail.get("limits").get(0).get("measured").asDouble()).isEqualTo(6);
    JsonNode unknown = json("check", "lost", "--max-rate", "50/s", "--json");
    assertThat(unknown.get("verdict").isNull()).isTrue();
  }

  @Test
  void shouldSayWhatAStoredReportCannotAnswer() {
    CommandLineRun run =
        CommandLineRun.in(directory, "check", "good", "--max-rate", "5/s over 10s");
    assertThat(run.err()).contains("has a window other than 1 s").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
  }

  @Test
  void shouldRefuseForeignJsonInOneLine() throws Exception {
    for (String text : new String[] {"", "{", "[]", "{\"schema\": \"churn-report/9\"}", "nope"}) {
      Files.writeString(directory.resolve("x.json"), text);
      CommandLineRun run = CommandLineRun.in(directory, "check", "x.json", "--max-rate", "5/s");
      assertThat(run.err()).contains("x.json").hasLineCount(1).doesNotContain("internal error");
      assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    }
  }

  private JsonNode json(String... args) throws IOException {
    return new ObjectMapper().readTree(CommandLineRun.in(directory, args).out());
  }
}
