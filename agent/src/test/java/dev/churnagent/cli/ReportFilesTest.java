package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.churnagent.config.Format;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  @TempDir Path directory;

  private final Report report = StoredReports.report(0);

  @Test
  void shouldWriteWhatThisVersionHasAndLeaveNothingElse() throws Exception {
    Files.writeString(directory.resolve("report.json"), "old");
    assertThat(ReportFiles.write(report, directory, EnumSet.allOf(Format.class)))
        .containsExactly(directory.resolve("report.json"), directory.resolve("report.txt"));
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("report.json", "report.txt");
    assertThat(directory.resolve("report.json")).content().contains("\"churn-report/1\"");
    assertThat(directory.resolve("report.txt")).content().startsWith("churn-agent: run-1");
  }

  @Test
  void shouldLeaveNoHalfReportBehind() throws Exception {
    Files.createDirectories(directory.resolve("report.json/in-the-way"));
    assertThatIOException()
        .isThrownBy(() -> ReportFiles.write(report, directory, EnumSet.of(Format.JSON)));
    assertThat(directory.toFile().list()).containsExactly("report.json");
  }
}
