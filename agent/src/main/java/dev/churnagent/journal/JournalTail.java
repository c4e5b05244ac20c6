package dev.churnagent.journal;

import static dev.churnagent.journal.JournalLayout.SEGMENT_LENGTH;
import static dev.churnagent.journal.JournalLayout.SLOT_LENGTH;

import dev.churnagent.model.RecordingHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Reads a journal that is being written, each record once, as far as asked.
 *
 * <ul>
 *   <li>A record whose append has returned before {@link #readTo} was called is handed on by it.
 *   <li>Where an append is under way there is a hole; it is looked at again by later calls, for a
 *       while. So a record may come later than those behind it, but none is passed over.
 *   <li>Memory is one segment and the definitions; never events.
 * </ul>
 *
 * <p>Used by one thread at a time. Neither {@code runEnded} nor what the header says is told.
 */
public final class JournalTail implements Closeable {
  /** How often a hole is looked at again at once: most are filled within a microsecond. */
  private static final int LOOKS = 20;

  /** An append that takes longer than this was given up, or its thread is no more. */
  private static final long HOLE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final int MOST_HOLES = 1000;

  private final RandomAccessFile file;
  private final RecordDecoder decoder;
  private final ByteBuffer segment =
      ByteBuffer.allocate(SEGMENT_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
  private final Deque<Hole> holes = new ArrayDeque<>();
  private long position = JournalLayout.HEADER_LENGTH;

  private record Hole(long from, long to, long seenNanoTime) {}

  private JournalTail(RandomAccessFile file, RecordDecoder decoder) {
    this.file = file;
    this.decoder = decoder;
  }

  /**
   * Opens a journal; nothing is read yet.
   *
   * @throws JournalFormatException if the file is no journal, or of another version
   * @throws IOException if the file can't be read
   */
  public static JournalTail open(Path journal, RecordingHandler handler) throws IOException {
    // Not a channel: a thread's interrupt status must not close the file under it.
    RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r");
    try {
      JournalHeader header = JournalHeader.read(journal, file);
      return new JournalTail(file, new RecordDecoder(journal, header, handler));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Hands on what is new.
   *
   * @param end as {@link JournalWriter#position()} gave it
   */
  public void readTo(long end) throws IOException {
    lookAgain();
    // Whole segments only: one that is still being made holds no record, and its end would cut one.
    // What found no room in the file was counted as lost.
    long to = Math.min(end, file.length() / SEGMENT_LENGTH * SEGMENT_LENGTH);
    while (position < to) {
      long segmentEnd = (position / SEGMENT_LENGTH + 1) * SEGMENT_LENGTH;
      long until = Math.min(to, segmentEnd);
      load(position, until);
      read(position, until);
      position = until;
    }
  }

  private void load(long from, long to) throws IOException {
    file.seek(from);
    file.readFully(segment.array(), (int) (from % SEGMENT_LENGTH), (int) (to - from));
  }

  /** Hands on the records of a new piece of a segment that was loaded. */
  private void read(long from, long to) throws IOException {
    long at = from;
    while (at < to) {
      int slots = decode(at, to);
      for (int look = 0; slots == 0 && look < LOOKS; look++) {
        Thread.onSpinWait();
        load(at, to);
        slots = decode(at, to);
      }
      long next = at + (long) slots * SLOT_LENGTH;
      if (slots == 0) {
        next = endOfHole(at, to);
        add(new Hole(at, next, System.nanoTime()));
      }
      at = next;
    }
  }

  private int decode(long at, long to) throws IOException {
    int offset = (int) (at % SEGMENT_LENGTH);
    return decoder.decode(segment, offset, offset + (int) (to - at), at);
  }

  /**
   * Where the next record begins. A torn or late payload is no record either, by its checksum; so
   * slots are tried one by one.
   */
  private long endOfHole(long from, long to) {
    long at = from + SLOT_LENGTH;
    while (at < to && !decoder.isRecord(segment, (int) (at % SEGMENT_LENGTH), offset(at, to), at)) {
      at += SLOT_LENGTH;
    }
    return at;
  }

  private static int offset(long at, long to) {
    return (int) (at % SEGMENT_LENGTH) + (int) (to - at);
  }

  private void add(Hole hole) {
    holes.add(hole);
    if (holes.size() > MOST_HOLES) {
      holes.poll();
    }
  }

  private void lookAgain() throws IOException {
    long now = System.nanoTime();
    for (int left = holes.size(); left > 0; left--) {
      Hole hole = holes.poll();
      load(hole.from, hole.to);
      long at = hole.from;
      while (at < hole.to) {
        int slots = decode(at, hole.to);
        long next = slots > 0 ? at + (long) slots * SLOT_LENGTH : endOfHole(at, hole.to);
        if (slots == 0 && now - hole.seenNanoTime < HOLE_NANOS) {
          add(new Hole(at, next, hole.seenNanoTime));
        }
        at = next;
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
