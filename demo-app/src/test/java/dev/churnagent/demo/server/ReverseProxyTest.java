package dev.churnagent.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.demo.http.KeptConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReverseProxyTest {

  @Test
  void shouldOpenOneConnectionOnwardForEachThatComesIn() throws Exception {
    try (DeviceServer device = DeviceServer.open();
        ReverseProxy proxy = ReverseProxy.open(device.address())) {
      List<KeptConnection> held = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        held.add(KeptConnection.open(proxy.address()));
      }
      assertThat(proxy.counters().awaitSettled(25, 25, 10_000)).isTrue();
      assertThat(device.counters().awaitSettled(25, 25, 10_000)).isTrue();
      assertThat(device.counters().open()).isEqualTo(25);

      held.get(7).get("/status");
      for (KeptConnection connection : held) {
        connection.close();
      }

      assertThat(proxy.counters().awaitSettled(25, 0, 10_000)).isTrue();
      assertThat(device.counters().awaitSettled(25, 0, 10_000)).isTrue();
      assertThat(proxy.counters().accepted()).isEqualTo(25);
      assertThat(proxy.counters().closedByClient()).isEqualTo(25);
      assertThat(device.counters().accepted()).isEqualTo(25);
      assertThat(device.counters().requests()).isEqualTo(1);
    }
  }

  @Test
  void shouldPassOnThatTheDeviceClosedFirst() throws Exception {
    try (DeviceServer device = DeviceServer.open();
        ReverseProxy proxy = ReverseProxy.open(device.address())) {
      try (Socket socket = connect(proxy.address())) {
        socket
            .getOutputStream()
            .write("GET /status HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes("US-ASCII"));
        assertThat(new String(socket.getInputStream().readAllBytes(), "US-ASCII"))
            .contains("200 OK");
      }

      assertThat(proxy.counters().awaitSettled(1, 0, 10_000)).isTrue();
      assertThat(proxy.counters().closedByClient()).isZero();
    }
  }

  @Test
  void shouldPassEveryByteAlsoWhenTheReaderIsSlow() throws Exception {
    byte[] sent = new byte[8 * 1024 * 1024];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = (byte) (i * 31 + (i >> 8));
    }
    try (ServerSocket target = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        ReverseProxy proxy =
            ReverseProxy.open((InetSocketAddress) target.getLocalSocketAddress())) {
      try (Socket client = connect(proxy.address());
          Socket device = target.accept()) {
        CompletableFuture<Void> writer =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    client.getOutputStream().write(sent);
                    client.shutdownOutput();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
        byte[] received = device.getInputStream().readAllBytes();
        writer.join();
        assertThat(Arrays.equals(received, sent)).isTrue();

        device.getOutputStream().write(7);
        device.shutdownOutput();
        assertThat(client.getInputStream().readAllBytes()).containsExactly(7);
      }
      assertThat(proxy.counters().awaitSettled(1, 0, 10_000)).isTrue();
    }
  }

  @Test
  void shouldCloseTheIncomingConnectionWhenNobodyListensBehindIt() throws Exception {
    InetSocketAddress nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = (InetSocketAddress) gone.getLocalSocketAddress();
    }
    try (ReverseProxy proxy = ReverseProxy.open(nobody);
        Socket client = connect(proxy.address())) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(proxy.counters().awaitSettled(1, 0, 10_000)).isTrue();
    }
  }

  private static Socket connect(InetSocketAddress address) throws IOException {
    return new Socket(address.getAddress(), address.getPort());
  }
}
