package dev.churnagent.recorder;

import dev.churnagent.hook.SocketProbe;
import dev.churnagent.model.ClosedFirst;
import java.io.FileDescriptor;
import java.io.IOException;

/**
 * Finds out who closes first, by a look at the socket just before our close.
 *
 * <p>Poll bits: readable with nothing to read is the peer's end-of-stream; readable with data left
 * means that our close will send RST (RFC 1122, 4.2.2.13; Linux {@code tcp_close}); an error, or on
 * Linux a hang-up without a shutdown of our own, is the peer's RST. Values of the bits are those of
 * {@code poll.h} on Linux and macOS and of {@code winsock2.h}.
 */
final class CloseObserver {
  private static final boolean LINUX = System.getProperty("os.name", "").startsWith("Linux");
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
  private static final int READABLE = WINDOWS ? 0x100 | 0x200 : 0x1;
  private static final int ERROR = WINDOWS ? 0x1 : 0x8;
  private static final int HANG_UP = WINDOWS ? 0x2 : 0x10;

  /** POLLRDHUP: the peer's end-of-stream has arrived, even if unread data stands before it. */
  private static final int LINUX_PEER_CLOSED = 0x2000;

  private final SocketProbe probe;

  CloseObserver(SocketProbe probe) {
    this.probe = probe;
  }

  /** Who closes first, if we close now. */
  ClosedFirst beforeClose(FileDescriptor fd, ConnectionEntry entry) {
    if (entry.lingerZero && !entry.unix) {
      return ClosedFirst.RESET;
    }
    try {
      int bits = probe.poll(fd, READABLE);
      if (bits == 0) {
        return ClosedFirst.LOCAL;
      }
      return entry.unix ? ClosedFirst.PEER : tcp(fd, entry, bits);
    } catch (IOException e) {
      return ClosedFirst.UNKNOWN;
    }
  }

  private ClosedFirst tcp(FileDescriptor fd, ConnectionEntry entry, int bits) throws IOException {
    if ((bits & ERROR) != 0) {
      return ClosedFirst.RESET;
    }
    if (LINUX && (bits & HANG_UP) != 0 && !entry.outputShutDownFirst && !entry.outputShutDown) {
      return ClosedFirst.RESET;
    }
    if (probe.available(fd) > 0) {
      entry.unreadAtClose = true;
      return ClosedFirst.RESET;
    }
    return entry.outputShutDownFirst ? ClosedFirst.LOCAL : ClosedFirst.PEER;
  }

  /** Whether a second look can tell more of a close with unread data; notes who is first so far. */
  boolean canLookAgain(FileDescriptor fd, ConnectionEntry entry) {
    if (!LINUX || !entry.unreadAtClose || entry.unix) {
      return false;
    }
    entry.peerClosedFirst = !entry.outputShutDownFirst && !isPeerOpen(fd);
    return true;
  }

  /**
   * The second look, after the JDK's shutdown and before its close. If both ends are through by now
   * the connection is over in the kernel too, and the close finds nothing to reset.
   */
  ClosedFirst afterShutdown(FileDescriptor fd, ConnectionEntry entry) {
    try {
      if ((probe.poll(fd, READABLE) & HANG_UP) == 0) {
        return ClosedFirst.RESET;
      }
      return entry.peerClosedFirst ? ClosedFirst.PEER : ClosedFirst.LOCAL;
    } catch (IOException e) {
      return ClosedFirst.RESET;
    }
  }

  /** Whether the peer's end-of-stream has not arrived yet: our FIN goes first. */
  boolean isPeerOpen(FileDescriptor fd) {
    try {
      if (LINUX) {
        return probe.poll(fd, LINUX_PEER_CLOSED) == 0;
      }
      int bits = probe.poll(fd, READABLE);
      return bits == 0 || (bits & (ERROR | HANG_UP)) == 0 && probe.available(fd) > 0;
    } catch (IOException e) {
      return true;
    }
  }
}
