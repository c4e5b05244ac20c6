package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.FailureKind;
import java.io.IOException;
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
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectFailuresTest {
  private static final long MILLISECOND = 1_000_000;
  private static final long MINUTE = 60_000 * MILLISECOND;
  private static final String IN_USE = "Cannot assign requested address";
  private static final String GERMAN = "Die angeforderte Adresse kann nicht zugewiesen werden";

  static Stream<Arguments> kinds() {
    return Stream.of(
        at(FailureKind.REFUSED, new ConnectException("Connection refused"), MILLISECOND),
        at(FailureKind.REFUSED, new ConnectException("Verbindungsaufbau abgelehnt"), MILLISECOND),
        at(FailureKind.REFUSED, new ConnectException(), MILLISECOND),
        at(FailureKind.REFUSED, new ConnectException("Connection refused"), MINUTE),
        at(FailureKind.TIMEOUT, new ConnectException("Connection timed out"), MILLISECOND),
        at(FailureKind.TIMEOUT, new ConnectException("Zeitüberschreitung"), MINUTE),
        at(FailureKind.TIMEOUT, new ConnectException(), MINUTE),
        at(FailureKind.TIMEOUT, new SocketTimeoutException("Connect timed out"), MILLISECOND),
        at(FailureKind.TIMEOUT, new SocketTimeoutException(), MILLISECOND),
        at(FailureKind.UNREACHABLE, new NoRouteToHostException("No route to host"), MILLISECOND),
        at(FailureKind.UNREACHABLE, new NoRouteToHostException("Keine Route"), MILLISECOND),
        at(FailureKind.UNREACHABLE, new PortUnreachableException(), MILLISECOND),
        at(FailureKind.UNREACHABLE, new SocketException("Network is unreachable"), MILLISECOND),
        at(FailureKind.EXHAUSTED, new BindException(IN_USE), MILLISECOND),
        at(FailureKind.EXHAUSTED, new BindException("Address already in use"), MILLISECOND),
        at(FailureKind.EXHAUSTED, new BindException(GERMAN), MILLISECOND),
        at(FailureKind.EXHAUSTED, new BindException(), MILLISECOND),
        at(FailureKind.EXHAUSTED, new NoRouteToHostException(IN_USE), MILLISECOND),
        at(
            FailureKind.EXHAUSTED,
            new SocketException("No buffer space available (maximum connections reached?)"),
            MILLISECOND),
        at(FailureKind.OTHER, new BindException("Permission denied"), MILLISECOND),
        at(FailureKind.OTHER, new SocketException("Socket closed"), MILLISECOND),
        at(FailureKind.OTHER, new SocketException(), MILLISECOND),
        at(FailureKind.OTHER, new AsynchronousCloseException(), MILLISECOND),
        at(FailureKind.OTHER, new IOException("SOCKS: Connection refused?"), MILLISECOND),
        at(FailureKind.OTHER, new OutOfMemoryError(), MILLISECOND),
        at(FailureKind.UNRESOLVED, new UnknownHostException("nohost"), MILLISECOND),
        at(FailureKind.UNRESOLVED, new UnresolvedAddressException(), MILLISECOND));
  }

  private static Arguments at(FailureKind kind, Throwable thrown, long elapsed) {
    return Arguments.of(kind, thrown, elapsed);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldTellKindsApart(FailureKind kind, Throwable thrown, long elapsed) throws Exception {
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    assertThat(ConnectFailures.kind(thrown, address, 80, false, elapsed)).isEqualTo(kind);
  }

  @Test
  void shouldNotBlameThePortsForABindOfTheProgramsOwnOrForPortZero() throws Exception {
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    for (String text : new String[] {IN_USE, GERMAN, "Address already in use", null}) {
      BindException thrown = new BindException(text);
      assertThat(ConnectFailures.kind(thrown, address, 80, true, 0)).isEqualTo(FailureKind.OTHER);
      assertThat(ConnectFailures.kind(thrown, address, 0, false, 0)).isEqualTo(FailureKind.OTHER);
      assertThat(ConnectFailures.kind(thrown, address, 80, false, 0))
          .isEqualTo(FailureKind.EXHAUSTED);
    }
  }

  @Test
  void shouldTakeAMissingIpv6SourceForUnreachable() throws Exception {
    // 2001:db8::/32 is for documentation: a global address, which needs a global source.
    byte[] bytes = {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    InetAddress address = Inet6Address.getByAddress(null, bytes, -1);
    boolean source =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .anyMatch(own -> own instanceof Inet6Address && !own.isLoopbackAddress());

    assertThat(ConnectFailures.kind(new BindException(IN_USE), address, 80, false, 0))
        .isEqualTo(source ? FailureKind.EXHAUSTED : FailureKind.UNREACHABLE);
  }

  static Stream<Arguments> rejections() {
    return Stream.of(
        Arguments.of(true, new AlreadyConnectedException()),
        Arguments.of(true, new ConnectionPendingException()),
        Arguments.of(true, new UnsupportedAddressTypeException()),
        Arguments.of(true, new SecurityException("denied")),
        Arguments.of(true, new IllegalArgumentException()),
        Arguments.of(true, new ClosedChannelException()),
        Arguments.of(false, new AsynchronousCloseException()),
        Arguments.of(false, new ClosedByInterruptException()),
        Arguments.of(false, new UnresolvedAddressException()),
        Arguments.of(false, new ConnectException("Connection refused")),
        Arguments.of(false, new SocketException("Socket closed")),
        Arguments.of(false, new OutOfMemoryError()));
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void shouldKnowWhatNeverReachedTheSystem(boolean rejection, Throwable thrown) {
    assertThat(ConnectFailures.isRejection(thrown)).isEqualTo(rejection);
  }
}
