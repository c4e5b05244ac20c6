package dev.churnagent.journal;

import static dev.churnagent.journal.JournalLayout.SEGMENT_LENGTH;
import static dev.churnagent.journal.JournalLayout.SEGMENT_SHIFT;
import static dev.churnagent.journal.JournalLayout.SLOT_LENGTH;

import dev.churnagent.model.EndReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Appends records from any number of threads.
 *
 * <ul>
 *   <li>An append claims its place by one atomic addition, writes to mapped memory and never
 *       touches the file system; no lock, no allocation.
 *   <li>Room is made ahead by {@link JournalSegments}' own thread. If that falls behind, an append
 *       waits for it for a few milliseconds at most; then the event is lost and counted.
 *   <li>Written is durable against the death of the process, not against that of the machine.
 * </ul>
 */
public final class JournalWriter implements LongSupplier {
  private static final int SEGMENT_MASK = SEGMENT_LENGTH - 1;

  private final JournalSegments segments;
  private final Segment header;
  private final AtomicLong next = new AtomicLong(JournalLayout.HEADER_LENGTH);
  private final long startNanoTime;

  private JournalWriter(JournalSegments segments, Instant startedAt, long startNanoTime, long pid) {
    this.segments = segments;
    this.header = segments.segment(0);
    this.startNanoTime = startNanoTime;
    header.putInt(JournalLayout.VERSION_AT, JournalLayout.VERSION);
    header.putInt(JournalLayout.HEADER_LENGTH_AT, JournalLayout.HEADER_LENGTH);
    header.putLong(JournalLayout.START_SECONDS_AT, startedAt.getEpochSecond());
    header.putInt(JournalLayout.START_NANOS_AT, startedAt.getNano());
    header.putLong(JournalLayout.PID_AT, pid);
    header.putLongRelease(0, JournalLayout.MAGIC);
  }

  /**
   * Creates a journal and its writing thread.
   *
   * @param file must not exist yet
   * @param limitBytes the file's greatest length; at least two segments are always used
   * @param startedAt the wall clock at {@code startNanoTime}
   * @param startNanoTime {@link System#nanoTime()} that times in this journal start at
   * @param pid this process
   * @throws IOException if the file can't be created, or there is no room for its first segment
   */
  public static JournalWriter create(
      Path file, long limitBytes, Instant startedAt, long startNanoTime, long pid)
      throws IOException {
    return create(file, limitBytes, startedAt, startNanoTime, pid, SegmentMapper.BUFFERS);
  }

  /** As {@link #create(Path, long, Instant, long, long)}, with a way of mapping the file. */
  public static JournalWriter create(
      Path file,
      long limitBytes,
      Instant startedAt,
      long startNanoTime,
      long pid,
      SegmentMapper mapper)
      throws IOException {
    JournalSegments segments = JournalSegments.create(file, limitBytes, mapper);
    JournalWriter writer = new JournalWriter(segments, startedAt, startNanoTime, pid);
    segments.startThread(writer);
    return writer;
  }

  /** Nanoseconds since the journal's start. */
  public long now() {
    return System.nanoTime() - startNanoTime;
  }

  /**
   * Appends an event. Times and durations in nanoseconds, see {@link JournalLayout}.
   *
   * @return false if there was no room; it is then counted as lost
   */
  public boolean appendEvent(
      RecordType type,
      int detail,
      int port,
      long atNanos,
      int stackId,
      int endpointId,
      long durationNanos) {
    long position = next.getAndAdd(SLOT_LENGTH);
    Segment segment = segments.await((int) (position >>> SEGMENT_SHIFT), position, SLOT_LENGTH);
    if (segment == null) {
      countLost();
      return false;
    }
    int at = (int) position & SEGMENT_MASK;
    long word = JournalLayout.eventWord(type, detail, port);
    long ids = stackId & 0xffffffffL | (long) endpointId << 32;
    long sum = JournalLayout.checksumStart(position, word);
    sum = JournalLayout.checksumAdd(sum, atNanos);
    sum = JournalLayout.checksumAdd(sum, ids);
    sum = JournalLayout.checksumAdd(sum, durationNanos);
    long first = word | JournalLayout.checksumEnd(sum) & 0xffffffffL;
    segment.putEvent(at, first, atNanos, ids, durationNanos);
    return true;
  }

  /**
   * Appends a record with a payload.
   *
   * @param payload at most {@link JournalLayout#MAX_PAYLOAD} bytes
   * @return false if there was no room; it is then counted as lost
   */
  public boolean appendPayload(RecordType type, int id, byte[] payload) {
    boolean appended = tryAppendPayload(type, id, payload);
    if (!appended) {
      countLost();
    }
    return appended;
  }

  /**
   * As {@link #appendPayload}, for what is no event of the program: without room for it, no count
   * of the report is too low.
   */
  public boolean tryAppendPayload(RecordType type, int id, byte[] payload) {
    if (payload.length > JournalLayout.MAX_PAYLOAD) {
      return false;
    }
    int length = JournalLayout.slotsFor(payload.length) * SLOT_LENGTH;
    long position = claim(length);
    Segment segment = segments.await((int) (position >>> SEGMENT_SHIFT), position, length);
    if (segment == null) {
      return false;
    }
    int at = (int) position & SEGMENT_MASK;
    segment.putInt(at + 8, payload.length);
    segment.putInt(at + 12, id);
    segment.putBytes(at + JournalLayout.PAYLOAD_OFFSET, payload);
    seal(segment, at, position, JournalLayout.eventWord(type, 0, 0), length);
    return true;
  }

  /**
   * Appends the start of a scope; see {@link dev.churnagent.model.RecordingHandler#scopeStarted}.
   */
  public void appendScopeStart(
      long atNanos, int scopeId, int methodId, int threadId, int parentScopeId) {
    long context = threadId & 0xffffffffL | (long) parentScopeId << 32;
    appendEvent(RecordType.SCOPE_STARTED, 0, 0, atNanos, methodId, scopeId, context);
  }

  /**
   * Appends a fetch without allocating; the arguments are those of {@link
   * dev.churnagent.model.Call}.
   *
   * @return false if there was no room; it is then counted as lost
   */
  public boolean appendCall(
      long startNanos,
      long durationNanos,
      int callId,
      int parentCallId,
      int requestId,
      int stackId,
      int originId,
      int scopeId,
      int threadId,
      int connections,
      long answer,
      int flags) {
    long position = claim(JournalLayout.CALL_LENGTH);
    Segment segment =
        segments.await((int) (position >>> SEGMENT_SHIFT), position, JournalLayout.CALL_LENGTH);
    if (segment == null) {
      countLost();
      return false;
    }
    int at = (int) position & SEGMENT_MASK;
    long word =
        JournalLayout.eventWord(RecordType.CALL_ENDED, flags, Math.min(connections, 0xffff));
    long head = pair(JournalLayout.CALL_PAYLOAD, callId);
    long asked = pair(requestId, stackId);
    long context = pair(originId, scopeId);
    long caller = pair(threadId, parentCallId);
    long sum = JournalLayout.checksumStart(position, word);
    sum = JournalLayout.checksumAdd(sum, head);
    sum = JournalLayout.checksumAdd(sum, startNanos);
    sum = JournalLayout.checksumAdd(sum, durationNanos);
    sum = JournalLayout.checksumAdd(sum, answer);
    sum = JournalLayout.checksumAdd(sum, asked);
    sum = JournalLayout.checksumAdd(sum, context);
    sum = JournalLayout.checksumAdd(sum, caller);
    long first = word | JournalLayout.checksumEnd(sum) & 0xffffffffL;
    segment.putEvent(at + 32, answer, asked, context, caller);
    segment.putEvent(at, first, head, startNanos, durationNanos);
    return true;
  }

  /** Two numbers as one, the first in the lower half. */
  private static long pair(int first, int second) {
    return first & 0xffffffffL | (long) second << 32;
  }

  /** A place for a record of several slots, within one segment. */
  private long claim(int length) {
    long position;
    do {
      // A claim that would cross a segment is left empty; readers step over it.
      position = next.getAndAdd(length);
    } while (position >>> SEGMENT_SHIFT != (position + length - 1) >>> SEGMENT_SHIFT);
    return position;
  }

  /** Writes the first word, which makes the record valid. */
  private static void seal(Segment segment, int at, long position, long word, int length) {
    long sum = JournalLayout.checksumStart(position, word);
    for (int offset = 8; offset < length; offset += 8) {
      sum = JournalLayout.checksumAdd(sum, segment.getLong(at + offset));
    }
    segment.putLongRelease(at, word | JournalLayout.checksumEnd(sum) & 0xffffffffL);
  }

  /**
   * Appends that a connection, told just before with {@code established} and the same time, port
   * and stack, was opened in a scope.
   */
  public void appendConnectionInScope(
      long atNanos, int stackId, int endpointId, int port, int scopeId) {
    appendEvent(RecordType.CONNECTION_IN_SCOPE, 0, port, atNanos, stackId, scopeId, endpointId);
  }

  /**
   * Appends who closed a connection, told just before with {@code closed} and the same time, port,
   * stack and lifetime.
   */
  public void appendClosedBy(
      long atNanos, int stackId, int closerStackId, int port, long lifetimeNanos) {
    appendEvent(
        RecordType.CONNECTION_CLOSED_BY, 0, port, atNanos, stackId, closerStackId, lifetimeNanos);
  }

  /** The end of what is claimed by now: each append that has returned lies before it. */
  public long position() {
    return next.get();
  }

  /** Counts an event that could not be recorded. */
  public void countLost() {
    // In the file itself: of two threads that copied a count there, the lower one could be last.
    header.increment(JournalLayout.LOST_EVENTS_AT);
  }

  /** Events lost so far. */
  public long lostEvents() {
    return header.getLongAcquire(JournalLayout.LOST_EVENTS_AT);
  }

  /** Whether the disk refused more room; stderr has a line about it already. */
  public boolean isOutOfRoom() {
    return segments.isOutOfRoom();
  }

  /** Writes down that the run ended now and stops the thread. Appends after this still succeed. */
  public void end(EndReason reason) {
    header.putLong(JournalLayout.CLAIMED_AT, next.get());
    header.putLong(JournalLayout.ENDED_AT, now());
    header.putIntRelease(JournalLayout.END_REASON_AT, reason.code());
    segments.stopThread();
  }

  /** The heartbeat of the journal's thread; returns the next free place in the file. */
  @Override
  public long getAsLong() {
    long claimed = next.get();
    header.putLong(JournalLayout.CLAIMED_AT, claimed);
    header.putLong(JournalLayout.LAST_ALIVE_AT, now());
    return claimed;
  }
}
