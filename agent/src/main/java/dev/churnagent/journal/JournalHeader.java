package dev.churnagent.journal;

import dev.churnagent.model.EndReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A journal's first page, checked.
 *
 * @param startedAt wall clock at nanosecond 0
 * @param lostEvents at least so many events found no room
 * @param lastAliveNanos the last heartbeat
 * @param endedAtNanos meaningful only with an end reason other than {@link EndReason#NOT_SEEN}
 * @param troubles bits of {@link JournalLayout}
 * @param claimed the file held records, or room claimed for them, up to here at least
 */
record JournalHeader(
    Instant startedAt,
    long lostEvents,
    long lastAliveNanos,
    EndReason endReason,
    long endedAtNanos,
    int troubles,
    long claimed) {
  /** The end of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  static JournalHeader read(Path path, RandomAccessFile file) throws IOException {
    if (file.length() < JournalLayout.HEADER_LENGTH) {
      throw new JournalFormatException(
          path
              + " is not a churn-agent journal: it has "
              + file.length()
              + " bytes, less than a journal's first page");
    }
    ByteBuffer page =
        ByteBuffer.allocate(JournalLayout.HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    file.seek(0);
    file.readFully(page.array());
    if (page.getLong(0) != JournalLayout.MAGIC) {
      throw new JournalFormatException(
          path + " is not a churn-agent journal: its first bytes are those of another format");
    }
    int version = page.getInt(JournalLayout.VERSION_AT);
    if (version != JournalLayout.VERSION) {
      throw new JournalFormatException(
          path
              + " is a journal of version "
              + version
              + (version > JournalLayout.VERSION ? ", too new" : ", too old")
              + "; this churn-agent reads version "
              + JournalLayout.VERSION);
    }
    return new JournalHeader(
        startedAt(path, page),
        page.getLong(JournalLayout.LOST_EVENTS_AT),
        page.getLong(JournalLayout.LAST_ALIVE_AT),
        EndReason.ofCode(page.getInt(JournalLayout.END_REASON_AT)),
        page.getLong(JournalLayout.ENDED_AT),
        page.getInt(JournalLayout.TROUBLES_AT),
        page.getLong(JournalLayout.CLAIMED_AT));
  }

  private static Instant startedAt(Path path, ByteBuffer page) throws JournalFormatException {
    long seconds = page.getLong(JournalLayout.START_SECONDS_AT);
    int nanos = page.getInt(JournalLayout.START_NANOS_AT);
    if (seconds < 0 || seconds > LAST_SECOND || nanos < 0 || nanos >= 1_000_000_000) {
      throw new JournalFormatException(
          path + " is a journal whose first page is damaged: its start is no moment in time");
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }
}
