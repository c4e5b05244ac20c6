package dev.churnagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.SegmentMapper;
import dev.churnagent.model.EndReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.999Z");

  @TempDir Path directory;

  @Test
  void shouldMakeTheFolderOfTheNamedRunWithAllAboveIt() throws Exception {
    RunFolder folder = RunFolder.create(settings("output=a/b,run=nightly"), START);

    assertThat(folder.path()).isEqualTo(directory.resolve("a/b/nightly")).isEmptyDirectory();
    assertThat(folder.id()).isEqualTo("nightly");
    assertThat(folder.journal()).isEqualTo(folder.path().resolve("journal.churn"));
  }

  @Test
  void shouldNameARunByItsStartInUtcAndItsProcess() throws Exception {
    assertThat(RunFolder.create(settings(""), START).path())
        .isEqualTo(
            directory.resolve("churn-report/20260102-030405-" + ProcessHandle.current().pid()));
  }

  @Test
  void shouldTakeTheNextNameIfTheWantedOneIsTaken() throws Exception {
    Settings settings = settings("output=out,run=r");
    assertThat(RunFolder.create(settings, START).id()).isEqualTo("r");
    assertThat(RunFolder.create(settings, START).id()).isEqualTo("r-2");
    Files.writeString(directory.resolve("out/r-3"), "mine");
    assertThat(RunFolder.create(settings, START).id()).isEqualTo("r-4");
    assertThat(directory.resolve("out/r-3")).hasContent("mine");
  }

  @Test
  void shouldNeverGiveTwoRunsOneFolder() throws Exception {
    Settings settings = settings("output=out,run=r");
    Set<Path> folders = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  for (int k = 0; k < 5; k++) {
                    folders.add(RunFolder.create(settings, START).path());
                  }
                } catch (ConfigurationException e) {
                  throw new AssertionError(e);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(folders).hasSize(40);
  }

  @Test
  void shouldSayThatOutputIsAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("out"), "mine");

    assertThatThrownBy(() -> RunFolder.create(settings("output=out"), START))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "output: '"
                + file
                + "' can't be used (it is not a folder); allowed is a folder to write in");
    assertThat(file).hasContent("mine");
  }

  @Test
  void shouldSayWhyOutputCannotBeCreated() throws Exception {
    Files.writeString(directory.resolve("file"), "");
    for (String output : List.of("file/out", "x".repeat(300))) {
      assertThatThrownBy(() -> RunFolder.create(settings("output=" + output), START))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("output: '" + directory.resolve(output) + "' can't be used (")
          .hasMessageEndingWith("); allowed is a folder to write in")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void shouldSayThatTheJournalCannotBeCreated() throws Exception {
    RunFolder folder = RunFolder.create(settings("output=out,run=r"), START);
    Files.delete(folder.path());

    assertThatThrownBy(() -> folder.createJournal(0, START, 0, SegmentMapper.BUFFERS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("output: '" + folder.path() + "' can't be used (");
  }

  @Test
  void shouldCreateTheJournalInTheFolder() throws Exception {
    RunFolder folder = RunFolder.create(settings("output=out,run=r"), START);
    JournalWriter journal =
        folder.createJournal(0, START, System.nanoTime(), SegmentMapper.BUFFERS);
    journal.end(EndReason.SHUTDOWN);

    assertThat(folder.journal()).isRegularFile();
  }

  private Settings settings(String arguments) throws ConfigurationException {
    return Settings.load(arguments, Map.of(), directory);
  }
}
