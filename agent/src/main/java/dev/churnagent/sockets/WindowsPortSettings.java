package dev.churnagent.sockets;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads Windows' settings from what netsh and reg print, by the shape of lines:
 *
 * <pre>
 * Start Port      : 49152          the first two lines that end with a number
 * Number of Ports : 16384
 *
 *      50000       50059     *     lines of two numbers, perhaps with a star
 *
 *     TcpTimedWaitDelay    REG_DWORD    0x1e
 * </pre>
 */
final class WindowsPortSettings {
  private static final String PARAMETERS =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
  private static final String DELAY = "TcpTimedWaitDelay";

  private final CommandRunner commands;
  private final List<String> unknown = new ArrayList<>();

  WindowsPortSettings(CommandRunner commands) {
    this.commands = commands;
  }

  PortSettings read() {
    PortRange range = range();
    List<PortRange> excluded = excluded();
    return new PortSettings(
        OperatingSystem.WINDOWS,
        range == null ? -1 : range.low(),
        range == null ? -1 : range.high(),
        range == null || excluded == null ? -1 : range.countHeldBy(excluded),
        -1,
        timeWaitSeconds(),
        unknown);
  }

  private PortRange range() {
    CommandOutput output = commands.run("netsh", "int", "ipv4", "show", "dynamicport", "tcp");
    if (output.problem() != null) {
      return unknown("the range of ports", output.problem());
    }
    int[] numbers = new int[2];
    int count = 0;
    Line line = new Line(output.bytes());
    while (line.next()) {
      int number = line.words() > 1 ? line.number(line.words() - 1) : -1;
      if (number >= 0 && count < numbers.length) {
        numbers[count++] = number;
      }
    }
    PortRange range =
        count == 2 ? PortRange.ofOrNull(numbers[0], numbers[0] + numbers[1] - 1) : null;
    return range == null ? unknown("the range of ports", "netsh printed something else") : range;
  }

  private List<PortRange> excluded() {
    CommandOutput output = commands.run("netsh", "int", "ipv4", "show", "excludedportrange", "tcp");
    if (output.problem() != null) {
      return unknown("excluded ports", output.problem());
    }
    List<PortRange> ranges = new ArrayList<>();
    boolean table = false;
    Line line = new Line(output.bytes());
    while (line.next()) {
      table |= line.word(0).startsWith("-----");
      if (line.words() == 2 || line.words() == 3 && line.word(2).equals("*")) {
        PortRange range = PortRange.ofOrNull(line.number(0), line.number(1));
        if (range != null) {
          ranges.add(range);
        }
      }
    }
    return table ? ranges : unknown("excluded ports", "netsh printed no table");
  }

  private int timeWaitSeconds() {
    CommandOutput output = commands.run("reg", "query", PARAMETERS, "/v", DELAY);
    Line line = new Line(output.bytes());
    while (line.next()) {
      String last = line.word(line.words() - 1);
      if (line.word(0).equals(DELAY) && last.startsWith("0x")) {
        try {
          return Integer.parseInt(last.substring(2), 16);
        } catch (NumberFormatException strange) {
          break;
        }
      }
    }
    unknown.add("how long TIME_WAIT lasts is not known: " + DELAY + " is not set in the registry");
    return -1;
  }

  private <T> T unknown(String what, String why) {
    unknown.add(what + " can't be read: " + why);
    return null;
  }
}
