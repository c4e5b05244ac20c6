package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.churnagent.config.Format;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportFiles;
import dev.churnagent.report.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  @TempDir Path directory;

  private final Report report = StoredReports.report(0);

  @Test
  void shouldWriteWhatThisVersionHasAndLeaveNothingElse() throws Exception {
    Files.writeString(directory.resolve("report.json"), "old");
    Set<Format> all = EnumSet.allOf(Format.class);
    SourceTree sources = new SourceTree(directory, null);
    List<Path> written = ReportFiles.write(report, directory, all, sources);
    assertThat(written)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "report.json",
            "report.html",
            "report.txt",
            "TEST-churn.xml",
            "report.sarif",
            "report.md",
            "gl-code-quality-report.json");
    assertThat(directory.toFile().list()).hasSize(written.size());
    for (Path file : written) {
      assertThat(file).isNotEmptyFile();
    }
    assertThat(directory.resolve("report.json")).content().contains("\"churn-report/1\"");
    assertThat(directory.resolve("report.txt")).content().startsWith("churn-agent: run-1");
  }

  @Test
  void shouldLeaveNoHalfReportBehind() throws Exception {
    Files.createDirectories(directory.resolve("report.json/in-the-way"));
    assertThatIOException()
        .isThrownBy(
            () ->
                ReportFiles.write(
                    report, directory, EnumSet.of(Format.JSON), new SourceTree(directory, null)));
    assertThat(directory.toFile().list()).containsExactly("report.json");
  }
}
