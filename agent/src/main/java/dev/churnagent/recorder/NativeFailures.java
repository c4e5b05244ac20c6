package dev.churnagent.recorder;

import dev.churnagent.model.FailureKind;
import java.net.InetAddress;

/**
 * Tells failures of a library's own native connects apart, by the system's error number. Netty
 * writes it into the text of its {@code ConnectException}, as {@code error(-111)}; older versions
 * have the system's text alone, or an exception of their own for a refusal.
 */
final class NativeFailures {
  private static final boolean LINUX = System.getProperty("os.name", "").startsWith("Linux");
  private static final int REFUSED = LINUX ? 111 : 61;
  private static final int TIMED_OUT = LINUX ? 110 : 60;
  private static final int NETWORK_UNREACHABLE = LINUX ? 101 : 51;
  private static final int HOST_UNREACHABLE = LINUX ? 113 : 65;
  private static final int ADDRESS_IN_USE = LINUX ? 98 : 48;
  private static final int ADDRESS_NOT_AVAILABLE = LINUX ? 99 : 49;
  private static final int ALREADY_CONNECTED = LINUX ? 106 : 56;
  private static final int IN_PROGRESS = LINUX ? 115 : 36;
  private static final int ALREADY_IN_PROGRESS = LINUX ? 114 : 37;
  private static final int CANCELLED = LINUX ? 125 : 89;

  private static final String MARK = "error(-";

  private NativeFailures() {}

  /** Whether the error means that a connect is not over, or was given up by its own program. */
  static boolean isUndecided(int error) {
    return error == IN_PROGRESS
        || error == ALREADY_IN_PROGRESS
        || error == CANCELLED
        || error == ALREADY_CONNECTED;
  }

  /** The error number in an exception, or 0 if it names none. */
  static int error(Throwable thrown) {
    String message = ConnectFailures.message(thrown);
    int at = message == null ? -1 : message.indexOf(MARK);
    if (at < 0) {
      return 0;
    }
    int error = 0;
    for (int i = at + MARK.length(); i < message.length(); i++) {
      int digit = message.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      error = error * 10 + digit;
    }
    return error;
  }

  /** Whether this failure is one of having no local port, so that it matters who chose it. */
  static boolean isAboutPorts(Throwable thrown, int error) {
    if (error != 0 || thrown == null) {
      return error == ADDRESS_IN_USE || error == ADDRESS_NOT_AVAILABLE;
    }
    String message = ConnectFailures.message(thrown);
    return message != null
        && (message.contains("Cannot assign requested address")
            || message.contains("Address already in use"));
  }

  /**
   * The kind of a failure that is not undecided.
   *
   * @param thrown null if there is the number only
   * @param error 0 if there is the exception only
   */
  static FailureKind kind(
      Throwable thrown, int error, InetAddress address, int port, boolean bound, long elapsed) {
    if (isAboutPorts(thrown, error)) {
      return ConnectFailures.noPort(address, port, bound);
    }
    if (error == 0) {
      return ConnectFailures.kind(thrown, address, port, bound, elapsed);
    }
    if (error == REFUSED) {
      return FailureKind.REFUSED;
    }
    if (error == TIMED_OUT) {
      return FailureKind.TIMEOUT;
    }
    return error == NETWORK_UNREACHABLE || error == HOST_UNREACHABLE
        ? FailureKind.UNREACHABLE
        : FailureKind.OTHER;
  }
}
