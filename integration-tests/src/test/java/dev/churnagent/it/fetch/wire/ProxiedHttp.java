package dev.churnagent.it.fetch.wire;

import dev.churnagent.it.fetch.client.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** HTTP through a proxy, by real clients and by hand; each way on a path of its own. */
public final class ProxiedHttp {
  /** No resolver knows it; the proxy does. */
  public static final String DEVICE = "device.test";

  private static final int TIMES = 3;

  private final Proxy proxy;
  private final int port;
  private final int tlsPort;

  private ProxiedHttp(Proxy proxy, int port, int tlsPort) {
    this.proxy = proxy;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  /** Arguments: the ways, and the ports of the proxy, of a plain and of a TLS server. */
  public static void main(String... arguments) throws IOException {
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("user", RawHttp.SECRET.toCharArray());
          }
        });
    int proxyPort = Integer.parseInt(arguments[1]);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), proxyPort);
    Proxy.Type type = arguments[0].startsWith("tunnel") ? Proxy.Type.HTTP : Proxy.Type.SOCKS;
    ProxiedHttp http =
        new ProxiedHttp(
            new Proxy(type, address),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    for (String way : arguments[0].split("\\+")) {
      http.run(way);
    }
    System.out.println("done");
  }

  private void run(String way) throws IOException {
    switch (way) {
      case "url" -> urlConnections("http://" + DEVICE + ":" + port + "/url");
      case "url-tls", "tunnel-url-tls" ->
          urlConnections("https://localhost:" + tlsPort + "/" + way);
      case "okhttp" -> okHttp("http://" + DEVICE + ":" + port + "/okhttp");
      case "okhttp-tls", "tunnel-okhttp-tls" -> okHttp("https://localhost:" + tlsPort + "/" + way);
      case "socket", "socks4", "tunnel-socket" -> socket("/" + way, way.equals("socks4"));
      case "channel" -> byHand(PipeKind.CHANNEL, "/channel");
      case "async" -> byHand(PipeKind.ASYNC, "/async");
      default -> throw new IllegalArgumentException(way);
    }
  }

  private void urlConnections(String url) throws IOException {
    // The JDK keeps connections by their factory.
    SSLSocketFactory factory = Trust.context().getSocketFactory();
    for (int i = 0; i < TIMES; i++) {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url).toURL().openConnection(proxy);
      if (connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(factory);
      }
      try (InputStream in = connection.getInputStream()) {
        in.readAllBytes();
      }
    }
  }

  private void okHttp(String url) throws IOException {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(proxy)
            .sslSocketFactory(Trust.context().getSocketFactory(), Trust.ALL)
            .protocols(List.of(Protocol.HTTP_1_1))
            .build();
    for (int i = 0; i < TIMES; i++) {
      try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
        response.body().string();
      }
    }
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  /** Version 4 knows no names. */
  private void socket(String path, boolean resolved) throws IOException {
    Socket socket = new Socket(proxy);
    socket.connect(
        resolved
            ? new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port)
            : InetSocketAddress.createUnresolved(DEVICE, port));
    try (Conversation server = new Conversation(Pipe.of(socket), DEVICE, port)) {
      ask(server, path);
    }
  }

  /** As a client that speaks SOCKS itself. */
  private void byHand(PipeKind kind, String path) throws IOException {
    int proxyPort = ((InetSocketAddress) proxy.address()).getPort();
    try (Conversation server = new Conversation(Pipe.open(kind, proxyPort), DEVICE, port)) {
      server.send(new byte[] {5, 1, 0});
      server.take(2);
      byte[] name = DEVICE.getBytes(StandardCharsets.US_ASCII);
      server.send(new byte[] {5, 1, 0, 3, (byte) name.length});
      server.send(name);
      server.send(new byte[] {(byte) (port >> 8), (byte) port});
      server.take(10);
      ask(server, path);
    }
  }

  private static void ask(Conversation server, String path) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      server.ask("GET " + path);
    }
  }
}
