package dev.churnagent.it.fetch.program;

import com.sun.net.httpserver.HttpServer;
import dev.churnagent.it.fetch.client.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server of this program, which is not up yet when it is first asked. */
final class OwnServer {
  private static final byte[] ANSWER = "own".getBytes(StandardCharsets.US_ASCII);

  private final Client client;

  OwnServer(Client client) {
    this.client = client;
  }

  /** Prints the port and how often the server was asked. */
  void runUntilItIsUp(String path) throws IOException {
    Device device;
    int port;
    try (Socket nobody = new Socket()) {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      port = nobody.getLocalPort();
      device = new Device(client, "http://127.0.0.1:" + port);
      fetchFromNobody(device, path);
    }
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
    device.fetch(path);
    server.stop(0);
    System.out.println("own server: " + port);
    System.out.println("own requests: " + asked);
  }

  private static void fetchFromNobody(Device device, String path) {
    try {
      device.fetch(path);
      throw new AssertionError("somebody listens");
    } catch (IOException e) {
      return;
    }
  }
}
