package dev.churnagent.it.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The kernel's own view of loopback connections: /proc/net/tcp and tcp6. */
final class TcpTable {
  private static final int ESTABLISHED = 1;
  private static final int TIME_WAIT = 6;
  private static final int CLOSE_WAIT = 8;
  private static final int SURELY_ABSENT = 20;
  private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

  private record Row(int localPort, int remotePort, int state, long unread) {}

  private TcpTable() {}

  /** Waits for the peer's end-of-stream to arrive at our port. */
  static void awaitEndOfStream(int port, int peerPort) throws IOException {
    await(
        "CLOSE_WAIT",
        () -> {
          Row ours = find(port, peerPort);
          return ours != null && ours.state == CLOSE_WAIT;
        });
  }

  /** Waits for data that nobody has read. */
  static void awaitUnread(int port, int peerPort) throws IOException {
    await(
        "unread data",
        () -> {
          Row ours = find(port, peerPort);
          return ours != null && ours.unread > 0;
        });
  }

  /** Waits until the kernel has forgotten our end, as it does when a reset arrives. */
  static void awaitGone(int port, int peerPort) throws IOException {
    await("no socket", () -> find(port, peerPort) == null && find(port, peerPort) == null);
  }

  /** Whether our end is still established. */
  static boolean isEstablished(int port, int peerPort) {
    Row ours = find(port, peerPort);
    return ours != null && ours.state == ESTABLISHED;
  }

  /**
   * Waits until both ends have settled, and tells who closed first: {@code local} if TIME_WAIT is
   * at our end, {@code peer} if it is at the other one, {@code reset} if there is none.
   */
  static String verdict(int port, int peerPort) throws IOException {
    String[] seen = {"?"};
    int[] absent = {0};
    await(
        "settled " + port,
        () -> {
          seen[0] = settled(find(port, peerPort), find(peerPort, port));
          absent[0] = seen[0].equals("reset") ? absent[0] + 1 : 0;
          // TIME_WAIT stays for a minute, so to see it once will do. To miss a socket is easy: it
          // changes tables, and the file is read in pieces.
          return !seen[0].equals("?") && (absent[0] == 0 || absent[0] >= SURELY_ABSENT);
        });
    return seen[0];
  }

  private static String settled(Row ours, Row theirs) {
    if (ours != null && ours.state == TIME_WAIT) {
      return "local";
    }
    if (theirs != null && theirs.state == TIME_WAIT && ours == null) {
      return "peer";
    }
    return ours == null && theirs == null ? "reset" : "?";
  }

  private static void await(String what, BooleanSupplier condition) throws IOException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IOException("never seen in the kernel's table: " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static Row find(int localPort, int remotePort) {
    for (Row row : rows()) {
      if (row.localPort == localPort && row.remotePort == remotePort) {
        return row;
      }
    }
    return null;
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String table : new String[] {"tcp", "tcp6"}) {
      try {
        for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
          String[] words = line.trim().split("\\s+");
          if (words[0].endsWith(":")) {
            rows.add(
                new Row(
                    port(words[1]),
                    port(words[2]),
                    Integer.parseInt(words[3], 16),
                    Long.parseLong(words[4].substring(words[4].indexOf(':') + 1), 16)));
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return rows;
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
  }
}
