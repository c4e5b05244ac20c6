package dev.churnagent.recorder;

import dev.churnagent.model.FailureKind;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.UnresolvedAddressException;

/**
 * Tells failures apart, by type and origin first: the system's own texts may be localised. The JDK
 * maps errno to types in its {@code Net.c}: ECONNREFUSED and ETIMEDOUT to ConnectException,
 * EHOSTUNREACH to NoRouteToHostException, EADDRINUSE, EADDRNOTAVAIL and EACCES to BindException,
 * all else to SocketException.
 */
final class ConnectFailures {
  /** A refusal comes at once; the system's own time-out never comes sooner than this. */
  private static final long SYSTEM_TIMEOUT_NANOS = 20_000_000_000L;

  private ConnectFailures() {}

  /** What a JDK check threw before anything reached the operating system; never counted. */
  static boolean isRejection(Throwable thrown) {
    return !(thrown instanceof UnresolvedAddressException)
        && (thrown instanceof RuntimeException
            || thrown instanceof java.nio.channels.ClosedChannelException
                && !(thrown instanceof AsynchronousCloseException));
  }

  /**
   * The kind of a failure that is no rejection.
   *
   * @param address where to, or null if unresolved
   * @param bound whether the program had chosen the local port itself
   */
  static FailureKind kind(
      Throwable thrown, InetAddress address, int port, boolean bound, long elapsedNanos) {
    if (thrown instanceof UnknownHostException || thrown instanceof UnresolvedAddressException) {
      return FailureKind.UNRESOLVED;
    }
    if (thrown instanceof SocketTimeoutException) {
      return FailureKind.TIMEOUT;
    }
    if (thrown instanceof BindException || isAddressNotAvailable(thrown)) {
      return bindKind(thrown, address, port, bound);
    }
    if (thrown instanceof NoRouteToHostException || thrown instanceof PortUnreachableException) {
      return FailureKind.UNREACHABLE;
    }
    if (thrown instanceof ConnectException) {
      return connectKind(thrown, elapsedNanos);
    }
    if (thrown instanceof SocketException && says(thrown, "unreachable")) {
      return FailureKind.UNREACHABLE;
    }
    // Windows has no port or no buffer left: WSAENOBUFS, by a text that is the JDK's own.
    if (thrown instanceof SocketException && says(thrown, "maximum connections reached")) {
      return FailureKind.EXHAUSTED;
    }
    return FailureKind.OTHER;
  }

  private static FailureKind connectKind(Throwable thrown, long elapsedNanos) {
    if (says(thrown, "timed out")) {
      return FailureKind.TIMEOUT;
    }
    boolean refused = says(thrown, "refused") || elapsedNanos < SYSTEM_TIMEOUT_NANOS;
    return refused ? FailureKind.REFUSED : FailureKind.TIMEOUT;
  }

  /**
   * A connect that is told "address in use" or "not available" ran out of ports, unless the program
   * had bound it to a port that is taken, there is no such port (0), permission was denied
   * (broadcast), or this machine has no IPv6 address to start from.
   */
  private static FailureKind bindKind(
      Throwable thrown, InetAddress address, int port, boolean bound) {
    return says(thrown, "Permission denied") ? FailureKind.OTHER : noPort(address, port, bound);
  }

  /** What "address in use" or "not available" comes to; see {@link #bindKind}. */
  static FailureKind noPort(InetAddress address, int port, boolean bound) {
    if (bound || port == 0) {
      return FailureKind.OTHER;
    }
    if (address instanceof Inet6Address && !hasSourceFor(address)) {
      return FailureKind.UNREACHABLE;
    }
    return FailureKind.EXHAUSTED;
  }

  private static boolean isAddressNotAvailable(Throwable thrown) {
    return thrown instanceof NoRouteToHostException && says(thrown, "Cannot assign requested");
  }

  private static boolean hasSourceFor(InetAddress address) {
    try {
      for (var all = NetworkInterface.getNetworkInterfaces(); all.hasMoreElements(); ) {
        for (var own = all.nextElement().getInetAddresses(); own.hasMoreElements(); ) {
          InetAddress candidate = own.nextElement();
          if (candidate instanceof Inet6Address
              && candidate.isLoopbackAddress() == address.isLoopbackAddress()) {
            return true;
          }
        }
      }
      return false;
    } catch (SocketException e) {
      // The system doesn't tell; the likelier reason for this error remains exhaustion.
      return true;
    }
  }

  private static boolean says(Throwable thrown, String text) {
    String message = message(thrown);
    return message != null && message.contains(text);
  }

  /** The exception's text, or null; an application's own exception is not asked for it. */
  static String message(Throwable thrown) {
    return thrown.getClass().getClassLoader() == null ? thrown.getMessage() : null;
  }
}
