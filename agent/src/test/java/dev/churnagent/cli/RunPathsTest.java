package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPathsTest {
  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void makeRuns() throws IOException {
    directory = temporary.toRealPath();
    file("runs/a/journal.churn");
    file("runs/a/report.json");
    file("runs/b/journal.churn");
    file("runs/notes.txt");
    file("runs/unrelated/notes.txt");
    file("stored/report.json");
    Files.createDirectories(directory.resolve("empty"));
  }

  @Test
  void shouldFindTheRunOfAFolder() throws Exception {
    RunPaths found = resolve("runs/a");
    assertThat(found.journals()).containsExactly(path("runs/a/journal.churn"));
    assertThat(found.storedReports()).isEmpty();
    assertThat(found.folder()).isEqualTo(path("runs/a"));
  }

  @Test
  void shouldFindTheJournalItselfOrBesideItsReport() throws Exception {
    for (String shown : List.of("runs/a/journal.churn", "runs/a/report.json")) {
      assertThat(resolve(shown).journals()).containsExactly(path("runs/a/journal.churn"));
      assertThat(resolve(shown).folder()).isEqualTo(path("runs/a"));
    }
  }

  @Test
  void shouldFindEveryRunOneLevelBelow() throws Exception {
    file("runs/report.json");
    RunPaths found = resolve("runs");
    assertThat(found.journals())
        .containsExactly(path("runs/a/journal.churn"), path("runs/b/journal.churn"));
    assertThat(found.storedReports()).isEmpty();
    assertThat(found.folder()).isEqualTo(path("runs"));
  }

  @Test
  void shouldTakeAReportWhoseJournalIsGone() throws Exception {
    assertThat(resolve("stored").storedReports()).containsExactly(path("stored/report.json"));
    assertThat(resolve("stored/report.json").journals()).isEmpty();
  }

  @Test
  void shouldCountARunOnceAndKnowNoFolderForSeveralPaths() throws Exception {
    RunPaths found = resolve("runs", "runs/a", "runs/a/report.json", "stored");
    assertThat(found.journals()).hasSize(2);
    assertThat(found.storedReports()).hasSize(1);
    assertThat(found.folder()).isNull();
  }

  @Test
  void shouldNotTakeNothingForAnInput() {
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> resolve("runs", "missing"))
        .withMessage("'missing' does not exist");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> resolve("empty"))
        .withMessageStartingWith("'empty' holds no run: no journal.churn in it");
    assertThatExceptionOfType(CommandException.class)
        .isThrownBy(() -> resolve("a\u0000b"))
        .withMessageEndingWith("is not a path on this system");
  }

  private RunPaths resolve(String... paths) throws CommandException {
    return RunPaths.resolve(
        List.of(paths), new Session(System.out, System.err, directory, Map.of(), false));
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private void file(String name) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), "");
  }
}
