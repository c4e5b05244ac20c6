package dev.churnagent.report;

/**
 * The widest sensible ephemeral range of each system and the command that sets it. It leaves the
 * ports below 10,000 to servers.
 *
 * <ul>
 *   <li>Windows: the start is at least 1025, there are at least 255 ports, and the last is at most
 *       65535; IPv6 has a range of its own (Microsoft, KB 929851, "The default dynamic port range
 *       for TCP/IP has changed").
 *   <li>Linux: two numbers, better one even and one odd, not below {@code
 *       ip_unprivileged_port_start}, 1024; IPv6 uses the same (kernel,
 *       Documentation/networking/ip-sysctl.rst).
 *   <li>macOS: {@code net.inet.ip.portrange.first} to {@code .last}, which is 65535 (Apple, sysctl;
 *       XNU bsd/netinet/in_pcb.c).
 * </ul>
 */
final class WidePorts {
  private static final int START = 10_000;
  private static final int LAST = 65_535;
  private static final int ALL = LAST - START + 1;

  /** One fewer than there are: so most instructions for Windows have it, and it is easy to read. */
  private static final int WINDOWS = 55_535;

  private WidePorts() {}

  /** How many ports the range has, or 0 for a system that is not known. */
  static int ports(String os) {
    return switch (os) {
      case "windows" -> WINDOWS;
      case "linux", "macos" -> ALL;
      default -> 0;
    };
  }

  /** The command that sets it, until the next start of the machine on Linux and macOS. */
  static String command(String os) {
    return switch (os) {
      case "windows" ->
          "netsh int ipv4 set dynamicport tcp start="
              + START
              + " num="
              + WINDOWS
              + " (and once more with ipv6)";
      case "linux" -> "sysctl -w net.ipv4.ip_local_port_range=\"" + START + ' ' + LAST + '"';
      case "macos" -> "sysctl -w net.inet.ip.portrange.first=" + START;
      default -> throw new IllegalArgumentException(os);
    };
  }
}
