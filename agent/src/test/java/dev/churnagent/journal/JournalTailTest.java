package dev.churnagent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is read while it is written. */
class JournalTailTest {
  @TempDir Path directory;
  private final RecordedCalls calls = new RecordedCalls();
  private JournalBuilder journal;
  private JournalTail tail;

  @BeforeEach
  void create() throws IOException {
    journal = JournalBuilder.create(directory.resolve("journal.churn"));
    journal.run().endpoint(0, "127.0.0.1:80").type(0, "com.acme.Flow");
    journal.frame(0, 0, "run", 7).stack(0, 0);
    tail = JournalTail.open(journal.file, calls);
  }

  @AfterEach
  void end() throws IOException {
    tail.close();
    journal.end();
  }

  private List<String> established() {
    return calls.of("connectionEstablished");
  }

  private void read() throws IOException {
    tail.readTo(journal.writer.position());
  }

  @Test
  void shouldHandOnEachRecordOnce() throws IOException {
    read();
    assertThat(calls.of("stackDefined")).hasSize(1);
    assertThat(established()).isEmpty();
    journal.established(1).established(2);
    read();
    read();
    journal.established(3);
    read();
    assertThat(established())
        .containsExactly(
            "connectionEstablished[1, 0, 0, 5000, 7]",
            "connectionEstablished[2, 0, 0, 5000, 7]",
            "connectionEstablished[3, 0, 0, 5000, 7]");
    assertThat(calls.of("stackDefined")).hasSize(1);
    assertThat(calls.of("runEnded")).isEmpty();
  }

  @Test
  void shouldReadOverSegments() throws IOException {
    // Payloads don't cross segments: what they leave empty must not stop the reader.
    byte[] large = PayloadOutput.message("x".repeat(200_000));
    for (int i = 0; i < 20; i++) {
      journal.writer.appendPayload(RecordType.MEASUREMENT_DEGRADED, 0, large);
      journal.writer.appendEvent(RecordType.CONNECTION_ESTABLISHED, 0, 0, i, 0, 0, 0);
      if (i % 3 == 0) {
        read();
      }
    }
    read();
    read();
    assertThat(established()).hasSize(20);
    assertThat(calls.of("measurementDegraded")).hasSize(20);
  }

  @Test
  void shouldComeBackForARecordThatWasUnderWay() throws IOException {
    int at = journal.next();
    journal.established(1);
    journal.established(2);
    long word;
    try (RandomAccessFile file = new RandomAccessFile(journal.file.toFile(), "rw")) {
      file.seek(at);
      word = file.readLong();
      file.seek(at);
      file.writeLong(0);
    }
    read();
    assertThat(established()).containsExactly("connectionEstablished[2, 0, 0, 5000, 7]");
    journal.established(3);
    read();
    try (RandomAccessFile file = new RandomAccessFile(journal.file.toFile(), "rw")) {
      file.seek(at);
      file.writeLong(word);
    }
    read();
    read();
    assertThat(established())
        .containsExactly(
            "connectionEstablished[2, 0, 0, 5000, 7]",
            "connectionEstablished[3, 0, 0, 5000, 7]",
            "connectionEstablished[1, 0, 0, 5000, 7]");
  }

  @Test
  void shouldMissNothingThatManyThreadsHaveWritten() throws Exception {
    int threads = 4;
    int each = 40_000;
    AtomicInteger written = new AtomicInteger();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      long first = (long) i * each;
      writers.add(
          new Thread(
              () -> {
                for (int n = 0; n < each; n++) {
                  // Where the machine is so busy that the journal's thread can't keep up, some are
                  // lost.
                  if (journal.writer.appendEvent(
                      RecordType.CONNECTION_ESTABLISHED, 0, 0, first + n, 0, 0, 0)) {
                    written.incrementAndGet();
                  }
                }
              }));
    }
    writers.forEach(Thread::start);
    while (written.get() + journal.writer.lostEvents() < threads * each) {
      int before = written.get();
      read();
      // What had returned before is there, whatever goes on meanwhile.
      assertThat(established().size()).isGreaterThanOrEqualTo(before);
    }
    for (Thread writer : writers) {
      writer.join();
    }
    read();
    Set<String> different = new HashSet<>(established());
    assertThat(written.get() + journal.writer.lostEvents()).isEqualTo(threads * each);
    assertThat(established().size()).isEqualTo(written.get());
    assertThat(different).hasSize(written.get());
  }

  @Test
  void shouldStopWhereTheFileEnds() throws IOException {
    journal.established(1);
    tail.readTo(1L << 40);
    assertThat(established()).hasSize(1);
  }

  @Test
  void shouldRefuseWhatIsNoJournal() throws IOException {
    Path file = Files.write(directory.resolve("other"), new byte[5000]);
    assertThatThrownBy(() -> JournalTail.open(file, calls))
        .isInstanceOf(JournalFormatException.class);
  }
}
