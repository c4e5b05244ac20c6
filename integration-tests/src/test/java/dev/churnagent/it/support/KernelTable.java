package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Linux's own table of sockets, read by other code than the agent's. */
public final class KernelTable {
  private static final String TIME_WAIT = "06";

  private KernelTable() {}

  /** Sockets in TIME_WAIT towards that port, of any address and process. */
  public static int timeWaitTowards(int port) {
    String wanted = String.format(Locale.ROOT, ":%04X", port);
    int count = 0;
    for (String file : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
      try {
        for (String line : Files.readAllLines(Path.of(file))) {
          String[] columns = line.trim().split(" +");
          count += columns[2].endsWith(wanted) && columns[3].equals(TIME_WAIT) ? 1 : 0;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return count;
  }
}
