package dev.churnagent.programs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Speaks HTTP in every way of the JDK's, to servers in the same JVM, and prints what was recorded.
 * Arguments: a key store, and a folder for the journal.
 */
public final class WireProgram {
  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  private static final String SOCKS_REQUEST = "GET /socks HTTP/1.0\r\nHost: h\r\n\r\n";
  private static final String SOCKS_ANSWER = "HTTP/1.0 200 OK\r\n\r\nhello";

  private WireProgram() {}

  /** Runs all of it. */
  public static void main(String[] arguments) {
    try {
      speak(arguments);
      System.exit(0);
    } catch (Exception | Error e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void speak(String[] arguments) throws Exception {
    SSLContext tls = tls(arguments[0]);
    HttpServer plain = HttpServer.create(new InetSocketAddress(LOCAL, 0), 0);
    HttpsServer secure = HttpsServer.create(new InetSocketAddress(LOCAL, 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(tls));
    for (HttpServer server : List.of(plain, secure)) {
      server.setExecutor(Executors.newCachedThreadPool(WireProgram::daemon));
      server.createContext("/", WireProgram::answer);
      server.start();
    }
    int port = plain.getAddress().getPort();
    int securePort = secure.getAddress().getPort();
    WireRun run = new WireRun(Path.of(arguments[1]), port, securePort);

    run.tell("url connection", () -> urlConnections("http://127.0.0.1:" + port));
    run.tell("url connection inside TLS", () -> secureUrlConnections(tls, securePort));
    run.tell("http client", () -> httpClient(null, "http://127.0.0.1:" + port));
    run.tell("http client inside TLS", () -> httpClient(tls, "https://localhost:" + securePort));
    run.tell("http client redirected", () -> redirected("http://127.0.0.1:" + port));
    run.tell("channel", () -> channel(port));
    run.tell("adaptor", () -> adaptor(port));
    run.tell("partial writes", () -> partialWrites(port));
    AsyncRequests async = new AsyncRequests(plain.getAddress());
    run.tell("async futures", async::futures);
    run.tell("async handlers", async::handlers);
    run.tell("async partial writes", async::partialWrites);
    run.tell("async given up", async::givenUp);
    run.tell("socks", () -> throughSocks(port));
    run.tell("text protocol", () -> foreign("PING\r\n", "+PONG\r\n"));
    run.tell(
        "upgrade",
        () ->
            foreign(
                "GET /chat HTTP/1.1\r\nHost: chat\r\nUpgrade: websocket\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n"));
    run.tell(
        "cut answer",
        () -> foreign("GET /cut HTTP/1.1\r\nHost: cut\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nx"));
    run.tell("no answer", () -> foreign("GET /none HTTP/1.1\r\nHost: none\r\n\r\n", ""));
    run.finish();
    plain.stop(0);
    secure.stop(0);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().equals("/old")) {
      exchange.getResponseHeaders().add("Location", "/new");
      exchange.sendResponseHeaders(302, -1);
    } else {
      byte[] answer = ("hello" + body.length).getBytes(StandardCharsets.UTF_8);
      // No length, so in chunks.
      exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  private static void urlConnections(String base) throws IOException {
    for (int i = 0; i < 2; i++) {
      read((HttpURLConnection) URI.create(base + "/status?a=1&token=abc").toURL().openConnection());
    }
    HttpURLConnection post =
        (HttpURLConnection) URI.create(base + "/post").toURL().openConnection();
    post.setDoOutput(true);
    post.getOutputStream().write("a=b".getBytes(StandardCharsets.UTF_8));
    read(post);
  }

  private static void secureUrlConnections(SSLContext tls, int port) throws IOException {
    // The JDK keeps connections by their factory.
    SSLSocketFactory factory = tls.getSocketFactory();
    for (int i = 0; i < 2; i++) {
      HttpsURLConnection connection =
          (HttpsURLConnection)
              URI.create("https://localhost:" + port + "/status").toURL().openConnection();
      connection.setSSLSocketFactory(factory);
      read(connection);
    }
  }

  private static void read(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      in.readAllBytes();
    }
  }

  private static void httpClient(SSLContext tls, String base) throws Exception {
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    HttpClient client = (tls == null ? builder : builder.sslContext(tls)).build();
    HttpRequest get = HttpRequest.newBuilder(URI.create(base + "/get")).build();
    client.send(get, BodyHandlers.ofString());
    client.sendAsync(get, BodyHandlers.ofString()).join();
    byte[] large = new byte[3_000_000];
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(base + "/large"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(large))
            .build();
    client.sendAsync(post, BodyHandlers.ofString()).join();
  }

  private static void redirected(String base) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    client
        .sendAsync(
            HttpRequest.newBuilder(URI.create(base + "/old")).build(), BodyHandlers.ofString())
        .join();
  }

  private static void channel(int port) throws IOException {
    try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(LOCAL, port))) {
      ByteBuffer head = ascii("GET /channel HTTP/1.1\r\n");
      ByteBuffer rest = ByteBuffer.allocateDirect(64).put(ascii("Host: h\r\n\r\n")).flip();
      channel.write(new ByteBuffer[] {ascii("never"), head, rest}, 1, 2);
      ByteBuffer first = ByteBuffer.allocate(10).position(3);
      ByteBuffer second = ByteBuffer.allocateDirect(1000);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      while (!all.toString(StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
        channel.read(new ByteBuffer[] {first.position(3), second.clear()});
        all.write(first.array(), 3, first.position() - 3);
        byte[] more = new byte[second.flip().remaining()];
        second.get(more);
        all.writeBytes(more);
      }
    }
  }

  private static void adaptor(int port) throws IOException {
    try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(LOCAL, port))) {
      Socket socket = channel.socket();
      socket.getOutputStream().write(ascii("GET /adaptor HTTP/1.0\r\nHost: h\r\n\r\n").array());
      socket.getInputStream().readAllBytes();
    }
  }

  /** More than the socket's buffers hold, written without blocking. */
  private static void partialWrites(int port) throws IOException {
    byte[] body = new byte[4_000_000];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (i * 31 >>> 3);
    }
    try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(LOCAL, port))) {
      ByteBuffer[] request = {
        ascii("POST /partial HTTP/1.0\r\nHost: h\r\nContent-Length: 4000000\r\n\r\n"),
        ByteBuffer.wrap(body)
      };
      channel.configureBlocking(false);
      while (request[1].hasRemaining()) {
        channel.write(request);
        Thread.onSpinWait();
      }
      channel.configureBlocking(true);
      ByteBuffer answer = ByteBuffer.allocate(1000);
      while (channel.read(answer.clear()) >= 0) {
        continue;
      }
    }
    System.out.println("digest " + WireRun.digest(body));
  }

  /** The JDK's own negotiation with a proxy that is the destination, too. */
  private static void throughSocks(int port) throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, LOCAL)) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                try (Socket client = proxy.accept()) {
                  client.getInputStream().readNBytes(4);
                  client.getOutputStream().write(new byte[] {5, 0});
                  client.getInputStream().readNBytes(10);
                  client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
                  client.getInputStream().readNBytes(SOCKS_REQUEST.length());
                  client.getOutputStream().write(ascii(SOCKS_ANSWER).array());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      try (Socket socket = new Socket(new Proxy(Proxy.Type.SOCKS, proxy.getLocalSocketAddress()))) {
        socket.connect(new InetSocketAddress(LOCAL, port));
        socket.getOutputStream().write(ascii(SOCKS_REQUEST).array());
        socket.getInputStream().readAllBytes();
      }
      served.join();
    }
  }

  /** Sends a text to a server that answers with another one and closes later. */
  private static void foreign(String request, String answer) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, LOCAL)) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                try (Socket peer = server.accept()) {
                  peer.getInputStream().readNBytes(request.length());
                  peer.getOutputStream().write(ascii(answer).array());
                  peer.getInputStream().read();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      try (Socket socket = new Socket(LOCAL, server.getLocalPort())) {
        socket.getOutputStream().write(ascii(request).array());
        socket.getInputStream().readNBytes(answer.length());
      }
      served.join();
    }
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static SSLContext tls(String keyStore) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(keyStore)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
