package dev.churnagent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A real journal for the time of a benchmark. */
public final class TemporaryJournal implements AutoCloseable {
  private static final long ROOM_NANOS = 20_000_000L;

  private final Path file;
  private final JournalWriter writer;

  private TemporaryJournal(Path file, JournalWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Creates one in {@code java.io.tmpdir}. */
  public static TemporaryJournal create() throws IOException {
    Path file = Files.createTempDirectory("churn-jmh").resolve("journal.churn");
    return new TemporaryJournal(
        file, JournalWriter.create(file, 64L << 30, Instant.now(), System.nanoTime(), 1));
  }

  /** Its writer. */
  public JournalWriter writer() {
    return writer;
  }

  /** Lets the journal's thread make room, as it does between the connects of a real program. */
  public void awaitRoom() {
    LockSupport.parkNanos(ROOM_NANOS);
  }

  /**
   * Deletes it.
   *
   * @throws IllegalStateException if events were lost: what was measured was no append
   */
  @Override
  public void close() throws IOException {
    writer.end(dev.churnagent.model.EndReason.SHUTDOWN);
    Files.delete(file);
    Files.delete(file.getParent());
    if (writer.lostEvents() > 0) {
      throw new IllegalStateException(writer.lostEvents() + " events were lost");
    }
  }
}
