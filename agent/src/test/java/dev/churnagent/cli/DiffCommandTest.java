package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.report.TestReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path directory;

  @BeforeEach
  void makeReports() throws IOException {
    StoredReports.write(StoredReports.report(0), directory.resolve("old/report.json"));
    StoredReports.write(StoredReports.report(3), directory.resolve("lost/report.json"));
    StoredReports.write(
        TestReports.of(TestReports.churn()), directory.resolve("churn/report.json"));
  }

  @Test
  void shouldCompareAndEndWithZeroWhateverItFinds() {
    CommandLineRun run = CommandLineRun.in(directory, "diff", "old", "churn");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(run.out()).contains("Verdict: MIXED").contains("gone   a.Fast.run:7");
  }

  @Test
  void shouldTellWhatIsIncomplete() {
    CommandLineRun run = CommandLineRun.in(directory, "diff", "old/report.json", "lost");
    assertThat(run.out()).contains("note: The run after (run-1) lost 3 events.");
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
  }

  @Test
  void shouldPrintForMachinesWithTheToleranceAsked() throws IOException {
    CommandLineRun run =
        CommandLineRun.in(directory, "diff", "old", "old", "--json", "--tolerance", "2.5%");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("verdict").asText()).isEqualTo("same");
    assertThat(json.get("tolerancePercent").asDouble()).isEqualTo(2.5);
  }

  @Test
  void shouldJudgeStoredReportsByTheLimitsThatThereAre() throws IOException {
    Files.writeString(directory.resolve("churn.yaml"), "limits: [{max-connections: 20}]");
    JsonNode json =
        new ObjectMapper()
            .readTree(CommandLineRun.in(directory, "diff", "old", "churn", "--json").out());
    assertThat(json.get("limits").get(0).get("limit").asText()).isEqualTo("max-connections: 20");
    assertThat(json.get("limits").get(0).get("change").asText()).isEqualTo("worse");
    Files.writeString(directory.resolve("churn.yaml"), "limits: [{max-rate: 20/s over 7s}]");
    assertThat(CommandLineRun.in(directory, "diff", "old", "churn").status())
        .as("a limit that needs the journal is no reason not to compare")
        .isEqualTo(ExitStatus.ALL_HELD);
  }

  @Test
  void shouldRefuseWhatCannotBeMerged() throws IOException {
    for (String name : new String[] {"one", "two"}) {
      StoredReports.write(
          StoredReports.report(0), directory.resolve("all/" + name + "/report.json"));
    }
    CommandLineRun run = CommandLineRun.in(directory, "diff", "old", "all");
    assertThat(run.err())
        .isEqualTo(
            "churn-agent: 'all' holds 2 reports without their journals, which can't be merged; give"
                + " one of them\n");
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    assertThat(run.out()).isEmpty();
  }
}
