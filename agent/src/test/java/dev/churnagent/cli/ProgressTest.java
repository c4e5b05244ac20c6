package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.ReportQuestions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ProgressTest {
  private static final int LENGTH = 1_000;

  @TempDir Path directory;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;
  private Path journal;

  @BeforeEach
  void makeJournal() throws IOException {
    journal = Files.write(directory.resolve("journal.churn"), new byte[LENGTH]);
  }

  private Session session(Terminal terminal) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Session(stream, stream, directory, Map.of(), false, terminal);
  }

  private Terminal terminal() {
    return new Terminal(true, true, Ansi.OFF, () -> now);
  }

  private void at(long millis) {
    now = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private String printed() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }

  @Test
  void shouldBeDrawnAfterASecondAtMostTenTimesASecondAndWiped() {
    try (Progress progress = Progress.of(List.of(journal), session(terminal()))) {
      at(999);
      progress.segmentRead(400);
      assertThat(printed()).isEmpty();
      at(1_000);
      progress.segmentRead(100);
      assertThat(printed()).isEqualTo("\rreading 1 journal: 25 %");
      at(1_099);
      progress.segmentRead(100);
      assertThat(printed()).isEmpty();
      at(1_100);
      progress.segmentRead(1_400);
      assertThat(printed()).isEqualTo("\rreading 1 journal: 100 %");
      at(1_200);
      progress.segmentRead(LENGTH);
      assertThat(printed()).as("it grew meanwhile").isEqualTo("\rreading 1 journal: 100 %");
    }
    assertThat(printed()).isEqualTo("\r" + " ".repeat("reading 1 journal: 100 %".length()) + "\r");
  }

  @Test
  void shouldLeaveNothingOfALongerLine() {
    Path other = directory.resolve("missing");
    try (Progress progress = Progress.of(List.of(journal, other), session(terminal()))) {
      at(2_000);
      progress.segmentRead(LENGTH * 2);
      at(3_000);
      progress.segmentRead(-LENGTH);
      assertThat(printed()).isEqualTo("\rreading 2 journals: 100 %\rreading 2 journals: 50 % ");
    }
  }

  @Test
  void shouldSayNothingWithoutATerminalNorOnceClosed() {
    Terminal stdoutOnly = new Terminal(true, false, Ansi.ON, () -> now);
    for (Terminal terminal : List.of(Terminal.NONE, stdoutOnly)) {
      try (Progress progress = Progress.of(List.of(journal), session(terminal))) {
        at(9_000);
        progress.segmentRead(LENGTH);
      }
      at(0);
    }
    Progress late = Progress.of(List.of(journal), session(terminal()));
    late.close();
    at(20_000);
    late.segmentRead(LENGTH);
    assertThat(printed()).isEmpty();
  }

  @Test
  void shouldSayNothingIfItWasQuick() {
    try (Progress progress = Progress.of(List.of(journal), session(terminal()))) {
      progress.segmentRead(2 * LENGTH);
    }
    assertThat(printed()).isEmpty();
  }

  @Test
  void shouldCountTwoReadingsOfEachJournal() throws IOException {
    unpack(directory.resolve("a.churn"));
    unpack(directory.resolve("b.churn"));
    AtomicLong read = new AtomicLong();
    List<Path> journals = List.of(directory.resolve("a.churn"), directory.resolve("b.churn"));
    ReportBuilder.build(
        journals, new ReportQuestions(List.of(), List.of()), bytes -> read.addAndGet(bytes));
    assertThat(read.get())
        .isEqualTo(RecordingAnalysis.READINGS * 2 * Files.size(journals.get(0)))
        .isPositive();
  }

  @Test
  void shouldBeWipedBeforeResultsAndErrorsArePrinted() throws IOException {
    unpack(journal);
    for (String command : new String[] {"report", "diff", "forecast", "check"}) {
      String last = command.equals("diff") ? "." : command.equals("check") ? "--max-rate=9/s" : "";
      String text = slow(command, ".", last);
      assertThat(text).as(command).startsWith("\rreading ").contains(" %\r ");
      int wiped = text.lastIndexOf('\r');
      assertThat(text.substring(wiped)).contains("20261122-153012-4711");
    }
    assertThat(slow("report", ".", "")).doesNotContain("journals");
    assertThat(slow("diff", ".", ".")).contains("reading 2 journals: 25 %");

    Files.write(journal, new byte[LENGTH]);
    assertThat(slow("report", ".", "")).startsWith("churn-agent: ").contains("journal.churn");
  }

  /** Everything that a person sees of a command for which a second passes at each look. */
  private String slow(String command, String path, String more) {
    AtomicLong clock = new AtomicLong();
    Terminal terminal =
        new Terminal(true, true, Ansi.OFF, () -> clock.addAndGet(TimeUnit.SECONDS.toNanos(1)));
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    String[] args =
        more.isEmpty() ? new String[] {command, path} : new String[] {command, path, more};
    Main.run(args, stream, stream, directory, Map.of(), terminal);
    return printed();
  }

  @Test
  void shouldNotFailTheCommandIfStderrIsBroken() throws IOException {
    unpack(journal);
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    AtomicLong clock = new AtomicLong();
    Terminal terminal =
        new Terminal(true, true, Ansi.OFF, () -> clock.addAndGet(TimeUnit.SECONDS.toNanos(1)));
    int status =
        Main.run(
            new String[] {"forecast", "."},
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new PrintStream(broken, true, StandardCharsets.UTF_8),
            directory,
            Map.of(),
            terminal);
    assertThat(status).isEqualTo(ExitStatus.ALL_HELD);
    assertThat(printed()).contains("Ports would not run out.");
  }

  private void unpack(Path file) throws IOException {
    Files.deleteIfExists(file);
    try (InputStream packed = getClass().getResourceAsStream("/golden/journal-1.churn.gz")) {
      Files.copy(new GZIPInputStream(packed), file);
    }
  }
}
