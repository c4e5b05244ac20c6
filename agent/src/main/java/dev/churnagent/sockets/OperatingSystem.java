package dev.churnagent.sockets;

import java.util.Locale;

/** The systems whose tables we can read. */
public enum OperatingSystem {
  /** Any Linux. */
  LINUX,
  /** Any Windows. */
  WINDOWS,
  /** macOS. */
  MACOS,
  /** Nothing is known of it. */
  OTHER;

  /** Of this JVM. */
  public static OperatingSystem current() {
    return ofName(System.getProperty("os.name", ""));
  }

  /** For a value of the property {@code os.name}. */
  static OperatingSystem ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("linux")) {
      return LINUX;
    }
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    return lower.startsWith("mac") ? MACOS : OTHER;
  }
}
