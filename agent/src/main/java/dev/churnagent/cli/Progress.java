package dev.churnagent.cli;

import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.journal.SegmentListener;
import dev.churnagent.report.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells a person who waits how far the reading of journals has come: after a second, in one line on
 * stderr that is drawn again and again and wiped at the end. Says nothing where no person sits at a
 * terminal. Journals are read on several threads, which all may call it.
 */
final class Progress implements SegmentListener, AutoCloseable {
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Session session;
  private final String what;
  private final long expectedBytes;
  private final AtomicLong readBytes = new AtomicLong();
  private final long startNanos;
  private long lastNanos;
  private int shown;
  private boolean closed;

  private Progress(Session session, List<Path> journals) {
    this.session = session;
    what = "reading " + Numbers.count(journals.size(), "journal") + ": ";
    expectedBytes = RecordingAnalysis.READINGS * length(journals);
    startNanos = session.terminal().clockNanos().getAsLong();
    closed = !session.terminal().showsProgress();
  }

  /** Of a command that now begins to read these journals. */
  static Progress of(List<Path> journals, Session session) {
    return new Progress(session, journals);
  }

  private static long length(List<Path> journals) {
    long length = 0;
    for (Path journal : journals) {
      try {
        length += Files.size(journal);
      } catch (IOException e) {
        // Its reader says what is wrong with it.
      }
    }
    return length;
  }

  @Override
  public void segmentRead(int bytes) {
    long read = readBytes.addAndGet(bytes);
    draw(read, session.terminal().clockNanos().getAsLong());
  }

  private synchronized void draw(long read, long now) {
    boolean isDue = now - startNanos >= QUIET_NANOS;
    if (closed || !isDue || shown > 0 && now - lastNanos < BETWEEN_NANOS) {
      return;
    }
    lastNanos = now;
    // A journal that a JVM still writes may be longer by now.
    long percent = expectedBytes == 0 ? 100 : Math.min(100, read * 100 / expectedBytes);
    String line = what + percent + " %";
    // Not shorter than before: percents only grow where one thread reads; several may overtake.
    session.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    session.err().flush();
    shown = Math.max(shown, line.length());
  }

  /** Wipes the line; nothing is drawn any more, even if a thread still reads. */
  @Override
  public synchronized void close() {
    closed = true;
    if (shown > 0) {
      session.err().print("\r" + " ".repeat(shown) + "\r");
      session.err().flush();
      shown = 0;
    }
  }
}
