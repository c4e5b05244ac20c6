package dev.churnagent.sockets;

/** Numbers in names and texts of the system. */
final class Numbers {
  private Numbers() {}

  /** The decimal number, or {@code other} if it is none. */
  static long parseOr(String text, long other) {
    if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
      return other; // most names below /proc: no exception for each of them
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return other;
    }
  }
}
