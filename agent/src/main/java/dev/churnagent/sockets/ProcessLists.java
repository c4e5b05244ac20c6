package dev.churnagent.sockets;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Names of processes by id from what commands list; lines of another shape are left out. */
final class ProcessLists {
  private ProcessLists() {}

  /** Lines such as {@code "java.exe","4711","Console","1","104,520 K"}. */
  static Map<Long, String> ofTasklist(byte[] output) {
    Map<Long, String> names = new HashMap<>();
    for (String line : lines(output)) {
      String[] fields = line.split("\",\"");
      if (fields.length > 2 && fields[0].startsWith("\"")) {
        put(names, fields[1], fields[0].substring(1));
      }
    }
    return names;
  }

  /** Lines such as {@code 4711 /usr/bin/java}. */
  static Map<Long, String> ofPs(byte[] output) {
    Map<Long, String> names = new HashMap<>();
    for (String line : lines(output)) {
      String trimmed = line.trim();
      int blank = trimmed.indexOf(' ');
      if (blank > 0) {
        String path = trimmed.substring(blank + 1).trim();
        put(names, trimmed.substring(0, blank), path.substring(path.lastIndexOf('/') + 1));
      }
    }
    return names;
  }

  private static String[] lines(byte[] output) {
    return new String(output, StandardCharsets.ISO_8859_1).split("\r?\n");
  }

  private static void put(Map<Long, String> names, String pid, String name) {
    long number = Numbers.parseOr(pid, -1);
    if (number >= 0) {
      names.put(number, name);
    }
  }
}
