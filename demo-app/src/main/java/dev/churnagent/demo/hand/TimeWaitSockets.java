package dev.churnagent.demo.hand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** This machine's TIME_WAIT sockets, where the system has a file that lists them (Linux). */
final class TimeWaitSockets {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final int REMOTE_ADDRESS = 2;
  private static final int STATE = 3;
  private static final String TIME_WAIT = "06";

  private TimeWaitSockets() {}

  /** How many have this remote port; empty if the system doesn't tell. */
  static OptionalInt towards(int remotePort) {
    int count = 0;
    boolean known = false;
    for (Path table : TABLES) {
      try (Stream<String> lines = Files.lines(table)) {
        count += (int) lines.filter(line -> isTimeWait(line, remotePort)).count();
        known = true;
      } catch (IOException e) {
        // Not Linux, or without IPv6.
      }
    }
    return known ? OptionalInt.of(count) : OptionalInt.empty();
  }

  static boolean isTimeWait(String line, int remotePort) {
    String[] columns = line.trim().split("\\s+");
    return columns.length > STATE
        && columns[STATE].equals(TIME_WAIT)
        && columns[REMOTE_ADDRESS].endsWith(String.format(":%04X", remotePort));
  }
}
