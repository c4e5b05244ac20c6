package dev.churnagent.journal;

import static dev.churnagent.journal.JournalLayout.SEGMENT_LENGTH;
import static dev.churnagent.journal.JournalLayout.SEGMENT_SHIFT;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The file, mapped piece by piece ahead of the writers.
 *
 * <p>Each segment is filled with zeros by ordinary writes before it is mapped. A mapped page
 * without a disk block behind it would be a SIGBUS in the application once the disk is full; this
 * way the disk says no to our own thread, as an exception. And all file I/O happens on that thread,
 * because an interrupted application thread would close the channel for everybody.
 */
final class JournalSegments {
  private static final long HEARTBEAT_NANOS = 250_000_000L;
  private static final long PATIENCE_NANOS = 50_000_000L;
  private static final int MAX_AHEAD = 16;
  private static final int PAGE_LENGTH = 4096;
  private static final byte[] ZEROS = new byte[64 * 1024];

  private final Path path;
  private final RandomAccessFile file;
  private final SegmentMapper mapper;
  private final AtomicReferenceArray<Segment> mapped;
  private Thread thread;
  private volatile boolean stopped;
  private volatile boolean exhausted;
  private volatile int ready;

  private JournalSegments(Path path, RandomAccessFile file, SegmentMapper mapper, int maxSegments) {
    this.path = path;
    this.file = file;
    this.mapper = mapper;
    this.mapped = new AtomicReferenceArray<>(maxSegments);
  }

  static JournalSegments create(Path path, long limitBytes, SegmentMapper mapper)
      throws IOException {
    Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    int maxSegments = (int) Math.max(2, Math.min(limitBytes >>> SEGMENT_SHIFT, 1 << 20));
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    JournalSegments segments = new JournalSegments(path, file, mapper, maxSegments);
    try {
      segments.prepare(0);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return segments;
  }

  Segment segment(int index) {
    return mapped.get(index);
  }

  /**
   * The segment, waiting a little for it if the writers outran our thread.
   *
   * @param position the claimed place in the file
   * @param length of the record; the thread is woken where one reaches into a new quarter
   * @return null if there is none and won't be soon
   */
  Segment await(int index, long position, int length) {
    if (index >= mapped.length() || index < 0) {
      return refuse(JournalLayout.TROUBLE_LIMIT);
    }
    if ((position & SEGMENT_LENGTH / 4 - 1) < length) {
      LockSupport.unpark(thread);
    }
    Segment segment = mapped.get(index);
    return segment != null ? segment : awaitSlowly(index);
  }

  private Segment awaitSlowly(int index) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!exhausted && !stopped && System.nanoTime() - deadline < 0) {
      LockSupport.unpark(thread);
      Thread.yield();
      Segment segment = mapped.get(index);
      if (segment != null) {
        return segment;
      }
    }
    return null;
  }

  private Segment refuse(int trouble) {
    Segment header = mapped.get(0);
    header.setBits(JournalLayout.TROUBLES_AT, trouble);
    return null;
  }

  /**
   * Starts making room.
   *
   * @param heartbeat called a few times a second; returns the next free place in the file
   */
  void startThread(LongSupplier heartbeat) {
    // No lambdas on the way to main: the first one of a JVM costs some 10 ms.
    Runnable work =
        new Runnable() {
          @Override
          public void run() {
            keepAhead(heartbeat);
          }
        };
    thread = new Thread(null, work, "churn-journal", 256 * 1024);
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
  }

  void stopThread() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void keepAhead(LongSupplier heartbeat) {
    int previous = 0;
    int ahead = 1;
    while (!stopped) {
      int current = (int) Math.min(heartbeat.getAsLong() >>> SEGMENT_SHIFT, mapped.length());
      ahead = current - previous > 1 ? Math.min(MAX_AHEAD, ahead * 2) : ahead;
      previous = current;
      try {
        while (ready <= current + ahead && ready < mapped.length() && !exhausted && !stopped) {
          prepare(ready);
        }
        releaseBefore(current - MAX_AHEAD);
      } catch (IOException | RuntimeException | Error e) {
        giveUp(e);
      }
      LockSupport.parkNanos(this, HEARTBEAT_NANOS);
    }
  }

  private void prepare(int index) throws IOException {
    long offset = (long) index << SEGMENT_SHIFT;
    file.seek(offset);
    for (int written = 0; written < SEGMENT_LENGTH; written += ZEROS.length) {
      file.write(ZEROS);
    }
    Segment segment = new Segment(mapper, mapper.map(file.getChannel(), offset, SEGMENT_LENGTH));
    for (int page = 0; index > 0 && page < SEGMENT_LENGTH; page += PAGE_LENGTH) {
      // Touched here, so that the page fault is not the application thread's.
      segment.putLong(page, 0);
    }
    mapped.set(index, segment);
    ready = index + 1;
  }

  /** Lets go of what no writer can still be at work in, so that address space does not grow. */
  private void releaseBefore(int index) {
    for (int i = index - MAX_AHEAD; i < index; i++) {
      if (i > 0) {
        mapped.lazySet(i, null);
      }
    }
  }

  /** Whether the disk refused more room, which stderr was told. */
  boolean isOutOfRoom() {
    return exhausted;
  }

  private void giveUp(Throwable cause) {
    exhausted = true;
    refuse(JournalLayout.TROUBLE_NO_SPACE);
    // Not System.err: the program may have replaced it with a stream of its own.
    PrintStream stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    stderr.println(
        "churn-agent: no more room for "
            + path
            + " ("
            + cause.getMessage()
            + "); the program goes on, what follows is counted as lost");
  }
}
