package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} where the journal is gone and only its report is left. */
class ReportCommandTest {
  @TempDir Path directory;

  @BeforeEach
  void store() throws IOException {
    StoredReports.write(StoredReports.report(0), directory.resolve("good/report.json"));
    StoredReports.write(StoredReports.report(0), directory.resolve("other/report.json"));
  }

  @Test
  void shouldShowAStoredReportInTheOtherFormats() throws IOException {
    String before = Files.readString(directory.resolve("good/report.json"));

    CommandLineRun run = CommandLineRun.in(directory, "report", "good");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(directory.resolve("good").toFile().list())
        .containsExactlyInAnyOrder("report.json", "report.html", "report.txt");
    assertThat(directory.resolve("good/report.json")).hasContent(before);
  }

  @Test
  void shouldCopyAStoredReportToAnotherFolder() {
    CommandLineRun run =
        CommandLineRun.in(directory, "report", "good/report.json", "--output", "elsewhere");

    assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(directory.resolve("elsewhere/report.json"))
        .hasSameTextualContentAs(directory.resolve("good/report.json"));
    assertThat(directory.resolve("elsewhere/report.html")).isNotEmptyFile();
  }

  @Test
  void shouldNotMergeNorRebuildReportsWithoutTheirJournals() {
    refused("report", "good", "other", "--output", "merged");
    refused("report", "good", "--app", "com.acme.**");
  }

  private void refused(String... command) {
    CommandLineRun run = CommandLineRun.in(directory, command);
    assertThat(run.err()).contains("has no journal.churn beside it").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
  }
}
