package dev.churnagent.sockets;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the settings below {@code /proc/sys/net/ipv4}, which are also IPv6's. */
final class LinuxPortSettings {
  /** TCP_TIMEWAIT_LEN in include/net/tcp.h: a constant of the kernel. */
  private static final int TIME_WAIT_SECONDS = 60;

  private final File folder;
  private final List<String> unknown = new ArrayList<>();

  /** For the folder that stands for {@code /proc}. */
  LinuxPortSettings(File proc) {
    folder = new File(proc, "sys/net/ipv4");
  }

  PortSettings read() {
    PortRange range = range("ip_local_port_range");
    List<PortRange> reserved = reserved("ip_local_reserved_ports");
    return new PortSettings(
        OperatingSystem.LINUX,
        range == null ? -1 : range.low(),
        range == null ? -1 : range.high(),
        range == null || reserved == null ? -1 : range.countHeldBy(reserved),
        number("tcp_tw_reuse"),
        TIME_WAIT_SECONDS,
        unknown);
  }

  private PortRange range(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    String[] ends = text.split("\\s+");
    PortRange range = ends.length == 2 ? PortRange.ofOrNull(port(ends[0]), port(ends[1])) : null;
    return range == null ? strange(name, text) : range;
  }

  /** Such as {@code 8080,9148-9150}; empty if there are none; null if unknown. */
  private List<PortRange> reserved(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    List<PortRange> ranges = new ArrayList<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
      int dash = part.indexOf('-');
      PortRange range =
          dash < 0
              ? PortRange.ofOrNull(port(part), port(part))
              : PortRange.ofOrNull(port(part.substring(0, dash)), port(part.substring(dash + 1)));
      if (range == null) {
        return strange(name, text);
      }
      ranges.add(range);
    }
    return ranges;
  }

  private int number(String name) {
    String text = text(name);
    int number = text == null ? -1 : port(text);
    if (text != null && number < 0) {
      strange(name, text);
    }
    return number;
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private String text(String name) {
    try (FileInputStream in = new FileInputStream(new File(folder, name))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).trim();
    } catch (IOException e) {
      unknown.add(name + " can't be read: " + e.getMessage());
      return null;
    }
  }

  private <T> T strange(String name, String text) {
    unknown.add(name + " is not understood: " + text);
    return null;
  }
}
