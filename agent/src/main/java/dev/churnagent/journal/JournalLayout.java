package dev.churnagent.journal;

/**
 * The bytes of a journal, shared by writer and reader. Little-endian throughout.
 *
 * <pre>
 *   0    header, one page
 *          0  magic "CHURNJNL"
 *          8  int   version
 *         12  int   header length
 *         16  long  start, seconds since 1970
 *         24  int   start, nanoseconds of that second
 *         32  long  process id
 *         64  long  events lost                         \
 *         72  long  last moment known to be alive, ns    | kept up to date in place, so that they
 *         80  int   how the run ended (EndReason)        | survive kill -9 and a full disk
 *         88  long  when it ended, ns                    |
 *         96  int   troubles of the journal itself       |
 *        104  long  claimed: where the records ended    /
 *  4096  records, each starting at a multiple of 32 bytes
 *          event, 32 bytes:
 *            0  int   checksum      4  byte type   5  byte detail   6  short local port
 *            8  long  time, ns since the start
 *           16  int   stack id     20  int  endpoint id
 *           24  long  duration, ns, or -1
 *          definition, a multiple of 32 bytes:
 *            0  int   checksum      4  byte type   5  3 bytes unused
 *            8  int   payload length              12  int  id
 *           16  payload, zero-padded
 *          call, 64 bytes, a definition in form:
 *            0  int   checksum      4  byte type   5  byte flags    6  short connections
 *            8  int   48                          12  int  call id
 *           16  long  start, ns                   24  long duration, ns
 *           32  long  answer                      40  int  request id  44  int  stack id
 *           48  int   origin id    52  int scope  56  int  thread      60  int  parent call
 * </pre>
 *
 * <p>The word at 0 is written last: a record is there as a whole or, to a reader, not at all. The
 * checksum covers the rest of the record and its place in the file. Records never cross a multiple
 * of {@link #SEGMENT_LENGTH}.
 */
final class JournalLayout {
  static final long MAGIC = 0x4c4e4a4e52554843L; // "CHURNJNL" read as a little-endian long
  static final int VERSION = 1;
  static final int HEADER_LENGTH = 4096;
  static final int SLOT_LENGTH = 32;
  static final int SEGMENT_SHIFT = 20;
  static final int SEGMENT_LENGTH = 1 << SEGMENT_SHIFT;
  static final int PAYLOAD_OFFSET = 16;
  static final int CALL_LENGTH = 2 * SLOT_LENGTH;
  static final int CALL_PAYLOAD = CALL_LENGTH - PAYLOAD_OFFSET;
  static final int MAX_PAYLOAD = SEGMENT_LENGTH / 4;

  static final int VERSION_AT = 8;
  static final int HEADER_LENGTH_AT = 12;
  static final int START_SECONDS_AT = 16;
  static final int START_NANOS_AT = 24;
  static final int PID_AT = 32;
  static final int LOST_EVENTS_AT = 64;
  static final int LAST_ALIVE_AT = 72;
  static final int END_REASON_AT = 80;
  static final int ENDED_AT = 88;
  static final int TROUBLES_AT = 96;
  static final int CLAIMED_AT = 104;

  /** Detail of an established connection: the record of its scope follows. */
  static final int IN_SCOPE = 1;

  /** Trouble bit: the disk refused to give room. */
  static final int TROUBLE_NO_SPACE = 1;

  /** Trouble bit: the journal reached the user's limit. */
  static final int TROUBLE_LIMIT = 2;

  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

  private JournalLayout() {}

  static int slotsFor(int payloadLength) {
    return (PAYLOAD_OFFSET + payloadLength + SLOT_LENGTH - 1) / SLOT_LENGTH;
  }

  /** The first word of an event without its checksum. */
  static long eventWord(RecordType type, int detail, int port) {
    return (long) type.code() << 32 | (detail & 0xffL) << 40 | (port & 0xffffL) << 48;
  }

  /** Starts a checksum for a record at this place in the file. */
  static long checksumStart(long position, long firstWord) {
    return checksumAdd(position + 1, firstWord >>> 32);
  }

  /** Adds one word. */
  static long checksumAdd(long sum, long word) {
    long mixed = (sum ^ word) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }

  /** The checksum's 32 bits, never 0 so that an empty slot is never valid. */
  static int checksumEnd(long sum) {
    int folded = (int) (sum * MULTIPLIER >>> 32);
    return folded == 0 ? 1 : folded;
  }
}
