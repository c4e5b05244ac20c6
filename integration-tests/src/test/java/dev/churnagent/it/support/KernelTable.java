package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Linux's own table of sockets, read by other code than the agent's. */
public final class KernelTable {
  private static final String TIME_WAIT = "06";
  private static final long PAUSE_NANOS = 20_000_000;

  private KernelTable() {}

  /** Whether there is such a table. */
  public static boolean isThere() {
    return Files.isReadable(Path.of("/proc/net/tcp"));
  }

  /** Sockets in TIME_WAIT towards that port, of any address and process. */
  public static int timeWaitTowards(int port) {
    return count(port, true);
  }

  /** Waits until the server has closed, too, all that its clients had closed. */
  public static void awaitClosed(int port) {
    long deadline = System.nanoTime() + AgentProcess.PATIENCE.toNanos();
    while (count(port, false) > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("connections to port " + port + " are still open");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static int count(int port, boolean inTimeWait) {
    String wanted = String.format(Locale.ROOT, ":%04X", port);
    int count = 0;
    for (String file : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
      try {
        for (String line : Files.readAllLines(Path.of(file))) {
          String[] columns = line.trim().split(" +");
          boolean is = columns[3].equals(TIME_WAIT);
          count += columns[2].endsWith(wanted) && is == inTimeWait ? 1 : 0;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return count;
  }
}
