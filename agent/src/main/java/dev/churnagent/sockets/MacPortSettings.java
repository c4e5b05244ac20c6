package dev.churnagent.sockets;

import java.util.ArrayList;
import java.util.List;

/** Reads macOS' settings by {@code sysctl}, which prints {@code net.inet.tcp.msl: 15000}. */
final class MacPortSettings {
  private static final String FIRST = "net.inet.ip.portrange.first";
  private static final String LAST = "net.inet.ip.portrange.last";
  private static final String MSL_MILLIS = "net.inet.tcp.msl";

  private final CommandRunner commands;
  private final List<String> unknown = new ArrayList<>();

  MacPortSettings(CommandRunner commands) {
    this.commands = commands;
  }

  PortSettings read() {
    PortRange range = PortRange.ofOrNull(number(FIRST), number(LAST));
    int mslMillis = number(MSL_MILLIS);
    return new PortSettings(
        OperatingSystem.MACOS,
        range == null ? -1 : range.low(),
        range == null ? -1 : range.high(),
        range == null ? -1 : 0,
        -1,
        // RFC 9293: TIME_WAIT lasts twice the maximum lifetime of a segment.
        mslMillis < 0 ? -1 : 2 * mslMillis / 1000,
        unknown);
  }

  private int number(String name) {
    CommandOutput output = commands.run("sysctl", name);
    if (output.problem() == null) {
      Line line = new Line(output.bytes());
      while (line.next()) {
        if (line.word(0).equals(name + ":") && line.words() == 2 && line.number(1) >= 0) {
          return line.number(1);
        }
      }
    }
    String why = output.problem() == null ? "sysctl printed something else" : output.problem();
    unknown.add(name + " can't be read: " + why);
    return -1;
  }
}
