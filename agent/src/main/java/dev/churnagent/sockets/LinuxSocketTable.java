package dev.churnagent.sockets;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * Reads {@code /proc/net/tcp} and {@code tcp6}: the sockets of the reader's own network namespace.
 * One pass over a reused buffer; nothing is allocated for a row.
 */
public final class LinuxSocketTable implements SocketTable {
  /** The kernel gives at most a page for each read, and up to this size the JDK needs no malloc. */
  private static final int BUFFER_BYTES = 8192;

  private final File ipv4;
  private final File ipv6;
  private final LinuxRow row = new LinuxRow();
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /** Of this machine. */
  public LinuxSocketTable() {
    this(new File("/proc"));
  }

  /**
   * Of a copy, for tests.
   *
   * @param proc the folder that stands for {@code /proc}
   */
  public LinuxSocketTable(File proc) {
    ipv4 = new File(proc, "net/tcp");
    ipv6 = new File(proc, "net/tcp6");
  }

  @Override
  public OwnerKind ownerKind() {
    return OwnerKind.INODE;
  }

  @Override
  public int read(SocketVisitor visitor) throws IOException {
    int unreadable = read(ipv4, visitor);
    // Missing where IPv6 is switched off.
    return ipv6.exists() ? unreadable + read(ipv6, visitor) : unreadable;
  }

  private int read(File file, SocketVisitor visitor) throws IOException {
    int unreadable = -1; // the first line has the columns' names
    try (FileInputStream in = new FileInputStream(file)) {
      int kept = 0;
      int count;
      while ((count = in.read(buffer, kept, buffer.length - kept)) > 0) {
        int filled = kept + count;
        int from = 0;
        int newline;
        while ((newline = newline(from, filled)) >= 0) {
          if (!hand(from, newline, visitor)) {
            unreadable++;
          }
          from = newline + 1;
        }
        kept = filled - from;
        if (kept == buffer.length) {
          throw new IOException(file + " is no table of sockets: a line of it has no end");
        }
        System.arraycopy(buffer, from, buffer, 0, kept);
      }
      // A number without an end may be half a number.
      return Math.max(0, kept > 0 ? unreadable + 1 : unreadable);
    }
  }

  private int newline(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean hand(int from, int to, SocketVisitor visitor) {
    LinuxRow parsed = row;
    if (!parsed.parse(buffer, from, to)) {
      return false;
    }
    visitor.socket(
        parsed.localHigh,
        parsed.localLow,
        parsed.localPort,
        parsed.remoteHigh,
        parsed.remoteLow,
        parsed.remotePort,
        parsed.state,
        parsed.inode);
    return true;
  }
}
