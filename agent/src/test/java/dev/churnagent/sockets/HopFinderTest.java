package dev.churnagent.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The founding incident's machine and near misses of it. */
class HopFinderTest {
  private static final long US = 10;
  private static final long PROXY = 20;
  private static final long DEVICE = 30;
  private static final int PROXY_PORT = 23333;
  private static final int DEVICE_PORT = 27015;

  private final List<SocketRow> rows = new ArrayList<>();

  @Test
  void shouldFindAProxyOnTheSameMachine() {
    listener(PROXY, "0.0.0.0", PROXY_PORT);
    accepted(PROXY, PROXY_PORT, 50001);
    outgoing(PROXY, 50002, DEVICE_PORT, TcpState.ESTABLISHED);
    outgoing(PROXY, 50003, DEVICE_PORT, TcpState.CLOSE_WAIT);
    listener(DEVICE, "127.0.0.1", DEVICE_PORT);
    accepted(DEVICE, DEVICE_PORT, 50002);

    assertThat(hops(PROXY_PORT))
        .containsExactly(
            new Hop(1, address("127.0.0.1", PROXY_PORT), PROXY, List.of(local(DEVICE_PORT))));
  }

  @Test
  void shouldFollowFurtherHopsAndStopAtCycles() {
    listener(PROXY, "127.0.0.1", PROXY_PORT);
    outgoing(PROXY, 50002, DEVICE_PORT, TcpState.ESTABLISHED);
    listener(DEVICE, "::", DEVICE_PORT);
    outgoing(DEVICE, 50003, PROXY_PORT, TcpState.FIN_WAIT_2);

    assertThat(hops(PROXY_PORT))
        .extracting(Hop::depth, Hop::pid)
        .containsExactly(tuple(1, PROXY), tuple(2, DEVICE));
  }

  @Test
  void shouldLookFourHopsFarOnly() {
    for (int i = 1; i <= 6; i++) {
      listener(100 + i, "127.0.0.1", 1000 + i);
      outgoing(100 + i, 50000 + i, 1001 + i, TcpState.ESTABLISHED);
    }

    assertThat(hops(1001)).extracting(Hop::pid).containsExactly(101L, 102L, 103L, 104L);
  }

  @Test
  void shouldSeeNoHopWhereTheFarEndIsTheEnd() {
    listener(DEVICE, "127.0.0.1", DEVICE_PORT);
    accepted(DEVICE, DEVICE_PORT, 50001);
    rows.add(new SocketRow(local(50009), local(80), TcpState.TIME_WAIT, 0));

    assertThat(hops(DEVICE_PORT)).isEmpty();
  }

  @Test
  void shouldSeeNoHopInTheWatchedProcessItself() {
    listener(US, "127.0.0.1", PROXY_PORT);
    outgoing(US, 50002, DEVICE_PORT, TcpState.ESTABLISHED);

    assertThat(hops(PROXY_PORT)).isEmpty();
  }

  @Test
  void shouldSeeNoHopOnAnotherMachineOrAnotherAddress() {
    listener(PROXY, "10.0.0.7", PROXY_PORT);
    outgoing(PROXY, 50002, DEVICE_PORT, TcpState.ESTABLISHED);

    assertThat(hops(PROXY_PORT)).isEmpty();
    assertThat(new HopFinder(rows).hopsBehind(address("10.0.0.8", PROXY_PORT), US)).isEmpty();
    assertThat(new HopFinder(rows).hopsBehind(address("10.0.0.7", PROXY_PORT), US)).hasSize(1);
  }

  @Test
  void shouldTakeTheListenerWithTheExactAddressBeforeOneForAll() {
    listener(DEVICE, "0.0.0.0", PROXY_PORT);
    listener(PROXY, "127.0.0.1", PROXY_PORT);
    outgoing(PROXY, 50002, DEVICE_PORT, TcpState.SYN_SENT);

    assertThat(hops(PROXY_PORT)).extracting(Hop::pid).containsExactly(PROXY);
  }

  @Test
  void shouldNotTakeAListenerForIpv4AsOneForIpv6() {
    listener(PROXY, "0.0.0.0", PROXY_PORT);
    outgoing(PROXY, 50002, DEVICE_PORT, TcpState.ESTABLISHED);

    assertThat(new HopFinder(rows).hopsBehind(address("::1", PROXY_PORT), US)).isEmpty();
  }

  private List<Hop> hops(int port) {
    return new HopFinder(rows).hopsBehind(local(port), US);
  }

  private void listener(long pid, String address, int port) {
    rows.add(new SocketRow(address(address, port), address("0.0.0.0", 0), TcpState.LISTEN, pid));
  }

  private void accepted(long pid, int port, int from) {
    rows.add(new SocketRow(local(port), local(from), TcpState.ESTABLISHED, pid));
  }

  private void outgoing(long pid, int from, int to, TcpState state) {
    rows.add(new SocketRow(local(from), local(to), state, pid));
  }

  private static PeerAddress local(int port) {
    return address("127.0.0.1", port);
  }

  private static PeerAddress address(String text, int port) {
    ParsedEndpoint parsed = new ParsedEndpoint();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(parsed.address(bytes, 0, bytes.length)).isTrue();
    return new PeerAddress(parsed.high, parsed.low, port);
  }
}
