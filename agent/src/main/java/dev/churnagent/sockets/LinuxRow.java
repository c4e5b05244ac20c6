package dev.churnagent.sockets;

import java.nio.ByteOrder;

/**
 * One line of {@code /proc/net/tcp} or {@code tcp6}, parsed in place, and used again for the next:
 *
 * <pre>
 * sl: LOCAL:PORT REMOTE:PORT ST TX:RX TR:WHEN RETRNSMT UID TIMEOUT INODE ...
 *  0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000  0 54321 ...
 * </pre>
 *
 * <p>All but uid, timeout and inode are hexadecimal. An address is one or four 32-bit words, each
 * printed as the processor reads it (net/ipv4/tcp_ipv4.c: get_tcp4_sock; net/ipv6/tcp_ipv6.c).
 */
final class LinuxRow {
  private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  /** What is no digit is negative, and stays so in {@link #wrong}. */
  private static final byte[] HEX = hexDigits();

  private static final int WORD_DIGITS = 8;
  private static final int IPV6_DIGITS = 32;

  /** Columns between the state and the inode. */
  private static final int SKIPPED_COLUMNS = 5;

  long localHigh;
  long localLow;
  int localPort;
  long remoteHigh;
  long remoteLow;
  int remotePort;
  TcpState state;
  long inode;

  private final boolean swapped;
  private byte[] line;
  private int at;
  private int end;
  private int wrong;
  private long high;
  private long low;

  LinuxRow() {
    this(LITTLE_ENDIAN);
  }

  /** For tests of the other byte order than this machine's. */
  LinuxRow(boolean littleEndian) {
    this.swapped = littleEndian;
  }

  private static byte[] hexDigits() {
    byte[] digits = new byte[256];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) Character.digit((char) i, 16);
    }
    return digits;
  }

  /** Parses the line in {@code bytes[from..to)}; false if it is no row. */
  boolean parse(byte[] bytes, int from, int to) {
    line = bytes;
    at = from;
    end = to;
    wrong = 0;
    if (!skipTo((byte) ':')) {
      return false;
    }
    at += 2;
    if (!endpoint()) {
      return false;
    }
    localHigh = high;
    localLow = low;
    localPort = hex(4);
    at++;
    if (!endpoint()) {
      return false;
    }
    remoteHigh = high;
    remoteLow = low;
    remotePort = hex(4);
    at++;
    if (at + 3 > end) {
      return false;
    }
    state = TcpState.ofLinuxNumber(hex(2));
    return wrong >= 0 && owner();
  }

  private boolean skipTo(byte wanted) {
    while (at < end && line[at] != wanted) {
      at++;
    }
    return at < end;
  }

  /** Reads an address up to the first digit of its port. */
  private boolean endpoint() {
    if (at + WORD_DIGITS + 6 > end) {
      return false;
    }
    if (line[at + WORD_DIGITS] == ':') {
      high = 0;
      low = Addresses.lowOfIpv4(word());
    } else {
      if (at + IPV6_DIGITS + 6 > end || line[at + IPV6_DIGITS] != ':') {
        return false;
      }
      high = twoWords();
      low = twoWords();
    }
    at++;
    return true;
  }

  private long twoWords() {
    long first = word();
    return first << 32 | word() & 0xffffffffL;
  }

  private int word() {
    int value = hex(WORD_DIGITS);
    return swapped ? Integer.reverseBytes(value) : value;
  }

  private int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = HEX[line[at++] & 0xff];
      wrong |= digit;
      value = value << 4 | digit;
    }
    return value;
  }

  /** TIME_WAIT has none, and there are many of them: not looked for. */
  private boolean owner() {
    inode = 0;
    if (state == TcpState.TIME_WAIT) {
      return true;
    }
    for (int i = 0; i < SKIPPED_COLUMNS; i++) {
      nextColumn();
    }
    nextColumn();
    int first = at;
    while (at < end && line[at] >= '0' && line[at] <= '9') {
      inode = inode * 10 + line[at++] - '0';
    }
    return at > first;
  }

  /** From the end of a column, or within it, to the first character of the next. */
  private void nextColumn() {
    while (at < end && line[at] != ' ') {
      at++;
    }
    while (at < end && line[at] == ' ') {
      at++;
    }
  }
}
