package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsFolderTest {
  private static final Instant BUILD_START = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;

  @Test
  void shouldHaveNoRunsWhereThereIsNoFolderOrNoJournal() throws IOException {
    assertThat(new RunsFolder(folder.resolve("none")).hasRuns()).isFalse();
    Files.createDirectory(folder.resolve("no-journal"));
    assertThat(new RunsFolder(folder).hasRuns()).isFalse();
    assertThat(new RunsFolder(folder.resolve("none")).removeEarlierThan(BUILD_START)).isZero();
  }

  @Test
  void shouldRemoveRunsOfEarlierBuildsAndTheirMergedReport() throws IOException {
    run("old", BUILD_START.minusMillis(1));
    Files.createFile(folder.resolve("report.html"));
    assertThat(new RunsFolder(folder).removeEarlierThan(BUILD_START)).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldKeepRunsOfThisBuild() throws IOException {
    run("old", BUILD_START.minusSeconds(60));
    Path ours = run("ours", BUILD_START);
    assertThat(new RunsFolder(folder).removeEarlierThan(BUILD_START)).isEqualTo(1);
    assertThat(new RunsFolder(folder).removeEarlierThan(BUILD_START)).isZero();
    assertThat(folder.toFile().list()).containsExactly("ours");
    assertThat(ours.resolve("report.json")).exists();
  }

  @Test
  void shouldKeepWhatIsNotOurs() throws IOException {
    Path run = run("old", BUILD_START.minusSeconds(60));
    Files.createFile(run.resolve("notes.md"));
    Files.createDirectories(folder.resolve("other/deep"));
    new RunsFolder(folder).removeEarlierThan(BUILD_START);
    assertThat(run.toFile().list()).containsExactly("notes.md");
    assertThat(folder.resolve("other/deep")).exists();
  }

  private Path run(String name, Instant written) throws IOException {
    Path run = Files.createDirectory(folder.resolve(name));
    Files.createFile(run.resolve("report.json"));
    Path journal = Files.createFile(run.resolve("journal.churn"));
    Files.setLastModifiedTime(journal, FileTime.from(written));
    return run;
  }
}
