package dev.churnagent.sockets;

import java.io.File;
import java.util.List;

/**
 * How a machine hands out ports for outgoing connections. -1 is unknown, everywhere.
 *
 * @param os never null
 * @param low lowest port of the range
 * @param high highest port of the range
 * @param excludedPorts ports within the range that are reserved for others
 * @param tcpTwReuse Linux's {@code tcp_tw_reuse}: 0 never, 1 everywhere, 2 loopback only; else -1
 * @param timeWaitSeconds how long TIME_WAIT lasts; -1 on a Windows that has no value of its own set
 * @param unknown for each part that could not be read one line that says why; never null
 */
public record PortSettings(
    OperatingSystem os,
    int low,
    int high,
    int excludedPorts,
    int tcpTwReuse,
    int timeWaitSeconds,
    List<String> unknown) {

  /** Keeps an unmodifiable copy of the reasons. */
  public PortSettings {
    unknown = List.copyOf(unknown);
  }

  /** Ports in the range that are not excluded (all of it if that is unknown), or -1. */
  public int usablePorts() {
    if (low < 0 || high < low) {
      return -1;
    }
    return Math.max(0, high - low + 1 - Math.max(0, excludedPorts));
  }

  /** Reads this machine's. On Windows and macOS this starts a few short commands. Never throws. */
  public static PortSettings ofThisMachine() {
    OperatingSystem os = OperatingSystem.current();
    switch (os) {
      case LINUX:
        return new LinuxPortSettings(new File("/proc")).read();
      case WINDOWS:
        return new WindowsPortSettings(new SystemCommands()).read();
      case MACOS:
        return new MacPortSettings(new SystemCommands()).read();
      default:
        return new PortSettings(
            os, -1, -1, -1, -1, -1, List.of("nothing is known of ports on this system"));
    }
  }
}
