package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} with baselines. The report has sites at 50/s and at 6/s. */
class BaselineCommandTest {
  @TempDir Path directory;

  @BeforeEach
  void makeReports() throws IOException {
    StoredReports.write(StoredReports.report(0), directory.resolve("good/report.json"));
    StoredReports.write(StoredReports.report(3), directory.resolve("lost/report.json"));
  }

  @Test
  void shouldWriteThenPassThenFailForWhatIsNewOnly() throws IOException {
    CommandLineRun run = check("--max-rate=10/s", "--write-baseline=b.json", "--reason=so be it");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).containsExactly("written: b.json: 1 violation accepted (1 new)");
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
    JsonNode entry = baseline().get("entries").get(0);
    assertThat(entry.get("subject").asText()).isEqualTo("a.Fast.run");
    assertThat(entry.get("reason").asText()).isEqualTo("so be it");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(entry.get("accepted").asText()).isEqualTo(today);
    assertThat(entry.has("expires")).isFalse();

    run = check("--max-rate=10/s", "--baseline=b.json");
    assertThat(run.out().lines())
        .containsExactly(
            "accepted: a.Fast.run(A.java:7): 50 connections/s, allowed 10  [max-rate: 10/s]",
            "    accepted on " + today + ": so be it",
            "PASS: 1 of 2 checks held, 1 violation accepted");
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);

    run = check("--max-rate=5/s", "--baseline=b.json");
    assertThat(run.out()).contains("FAIL: 2 of 2 checks violated");
    assertThat(run.out())
        .contains("note: b.json: no such limit is set: a.Fast.run [max-rate: 10/s]");
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
  }

  @Test
  void shouldTellMachines() throws IOException {
    check("--max-rate=5/s", "--write-baseline=b.json");
    edit("a.Slow.run", "a.Else.run");
    JsonNode json =
        new ObjectMapper().readTree(check("--max-rate=5/s", "--baseline=b.json", "--json").out());
    assertThat(json.get("verdict").asText()).isEqualTo("fail");
    assertThat(json.get("limits").get(0).get("verdict").asText()).isEqualTo("fail");
    assertThat(json.get("limits").get(1).get("verdict").asText()).isEqualTo("accepted");
    assertThat(json.get("notes").get(0).asText()).contains("no longer needed: a.Else.run");
  }

  @Test
  void shouldKeepReasonsWhenWrittenAgain() throws IOException {
    CommandLineRun run = check("--max-rate=10/s", "--write-baseline=b.json");
    assertThat(run.out()).contains("; 1 without a reason: give --reason, or edit it");
    assertThat(baseline().get("entries").get(0).get("reason").asText())
        .contains("please write why");
    check("--max-rate=10/s", "--write-baseline=b.json", "--reason=the vendor's");
    String written = Files.readString(directory.resolve("b.json"));
    run = check("--max-rate=10/s", "--write-baseline=b.json", "--reason=another");
    assertThat(run.out()).contains("1 violation accepted (1 as before)");
    assertThat(directory.resolve("b.json")).hasContent(written);
  }

  @Test
  void shouldTakeTheToleranceFromTheOptionThenFromTheFile() throws IOException {
    check("--max-rate=10/s", "--write-baseline=b.json");
    edit("\"measured\" : 50", "\"measured\" : 45");
    assertThat(status("--tolerance=11")).isEqualTo(ExitStatus.VIOLATED);
    assertThat(status("--tolerance=12")).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(status()).isEqualTo(ExitStatus.VIOLATED);
    check("--max-rate=10/s", "--write-baseline=b.json", "--tolerance=12%");
    assertThat(baseline().get("tolerancePercent").asInt()).isEqualTo(12);
    assertThat(baseline().get("entries").get(0).get("measured").asInt()).isEqualTo(45);
    assertThat(status()).isEqualTo(ExitStatus.ALL_HELD);
  }

  private int status(String... more) {
    String[] options = new String[more.length + 2];
    options[0] = "--max-rate=10/s";
    options[1] = "--baseline=b.json";
    System.arraycopy(more, 0, options, 2, more.length);
    return check(options).status();
  }

  @Test
  void shouldFailForWhatHasExpiredUntilItIsRenewed() throws IOException {
    check("--max-rate=10/s", "--write-baseline=b.json", "--expires=30d", "--reason=for now");
    LocalDate in30Days = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    assertThat(baseline().get("entries").get(0).get("expires").asText())
        .isEqualTo(in30Days.toString());
    edit(in30Days.toString(), "2026-01-31");
    CommandLineRun run = check("--max-rate=10/s", "--baseline=b.json");
    assertThat(run.status()).isEqualTo(ExitStatus.VIOLATED);
    assertThat(run.out())
        .contains("    was accepted until 2026-01-31: for now")
        .contains("note: b.json: expired on 2026-01-31 and counts no longer: a.Fast.run");

    run = check("--max-rate=10/s", "--write-baseline=b.json");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.err())
        .contains("no baseline was written: a.Fast.run [max-rate: 10/s] was accepted until")
        .hasLineCount(1);
    run = check("--max-rate=10/s", "--write-baseline=b.json", "--expires=never");
    assertThat(run.out()).contains("(1 renewed)");
    assertThat(status()).isEqualTo(ExitStatus.ALL_HELD);
  }

  @Test
  void shouldNeverAcceptWhatWasNotMeasured() throws IOException {
    CommandLineRun run =
        CommandLineRun.in(directory, "check", "lost", "--max-rate=5/s", "--write-baseline=b.json");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.err())
        .contains("no baseline was written, since not everything was measured: run run-1 lost 3")
        .hasLineCount(1);
    Files.writeString(directory.resolve("churn.yaml"), "limits: [{max-redundant-calls: 0}]");
    run = check("--max-rate=5/s", "--write-baseline=b.json");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(directory.resolve("b.json")).doesNotExist();
    Files.delete(directory.resolve("churn.yaml"));

    check("--max-rate=5/s", "--write-baseline=b.json");
    run = CommandLineRun.in(directory, "check", "lost", "--max-rate=5/s", "--baseline=b.json");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.out()).contains("UNKNOWN");
  }

  @Test
  void shouldReadTheBaselineThatTheConfigurationNames() throws IOException {
    Files.writeString(
        directory.resolve("churn.yaml"), "baseline: b.json\nlimits: [{max-connections: 20}]");
    CommandLineRun run = check();
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.err())
        .startsWith(
            "churn-agent: churn.yaml: line 1, column 1: baseline: 'b.json' does not exist; allowed")
        .hasLineCount(1);
    assertThat(check("--write-baseline=b.json").status())
        .as("the first time it is not there yet")
        .isEqualTo(ExitStatus.ALL_HELD);
    assertThat(check().status()).isEqualTo(ExitStatus.ALL_HELD);
    Files.writeString(
        directory.resolve("other.json"), "{\"schema\": \"churn-baseline/1\", \"entries\": []}");
    assertThat(check("--baseline=other.json").status()).isEqualTo(ExitStatus.VIOLATED);
    Map<String, String> environment = Map.of("CHURN_BASELINE", "other.json");
    assertThat(CommandLineRun.in(directory, environment, "check", "good").status())
        .isEqualTo(ExitStatus.VIOLATED);
  }

  @Test
  void shouldLeaveAFileAsItIsThatIsNoBaseline() throws IOException {
    Files.writeString(directory.resolve("b.json"), "{\"my\": \"file\"}");
    CommandLineRun run = check("--max-rate=5/s", "--write-baseline=b.json");
    assertThat(run.err()).contains("b.json: line 1, column 2: my: unknown key; known: schema,");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(directory.resolve("b.json")).hasContent("{\"my\": \"file\"}");
    run = check("--max-rate=5/s", "--write-baseline=none/b.json");
    assertThat(run.err()).contains("none").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
  }

  private CommandLineRun check(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "check";
    args[1] = "good";
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandLineRun.in(directory, args);
  }

  private JsonNode baseline() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("b.json").toFile());
  }

  private void edit(String text, String other) throws IOException {
    Path file = directory.resolve("b.json");
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, other));
  }
}
