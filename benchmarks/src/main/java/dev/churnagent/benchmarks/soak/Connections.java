package dev.churnagent.benchmarks.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One connection each, by different classes of the JDK; each is closed at once. There is one
 * selector, so {@link #nonBlocking} is for one thread only; all others may be called by any.
 *
 * <p>The connections go round 48 loopback addresses: ports are counted for each destination, so
 * even with a minute of TIME_WAIT for each none runs out.
 */
final class Connections {
  private static final int ADDRESSES = 48;

  /** Different requests: the agent keeps each different one apart, up to 65,536. */
  static final int ITEMS = 100;

  /** What {@code AcceptServer} answers, as to its body. */
  private static final int BODY_LENGTH = 1000;

  private final InetAddress[] addresses = new InetAddress[ADDRESSES];
  private final int readingPort;
  private final int closingPort;
  private final Selector selector;

  /**
   * Creates them.
   *
   * @param readingPort of a server that answers HTTP requests until its client closes
   * @param closingPort of a server that closes at once
   */
  Connections(int readingPort, int closingPort) throws IOException {
    this.readingPort = readingPort;
    this.closingPort = closingPort;
    for (int i = 0; i < ADDRESSES; i++) {
      addresses[i] = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (i + 1)});
    }
    selector = Selector.open();
  }

  /** A socket that is closed as soon as it is connected. */
  void socket(int number) throws IOException {
    new Socket(address(number), readingPort).close();
  }

  /** A socket whose peer closes first. */
  void closedByPeer(int number) throws IOException {
    try (Socket socket = new Socket(address(number), closingPort)) {
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("the server sent something");
      }
    }
  }

  /** A socket with one HTTP exchange, in a scope of the agent's. */
  int exchangeInScope(int number) throws IOException {
    return exchange(number);
  }

  /** A socket with one HTTP exchange. */
  int exchange(int number) throws IOException {
    try (Socket socket = new Socket(address(number), readingPort)) {
      OutputStream out = socket.getOutputStream();
      out.write(request(number));
      return readAnswer(socket.getInputStream());
    }
  }

  /** A blocking channel, with one HTTP exchange; the agent watches this method. */
  void channel(int item) throws IOException {
    try (SocketChannel channel = SocketChannel.open(to(item))) {
      channel.write(ByteBuffer.wrap(request(item)));
      ByteBuffer buffer = ByteBuffer.allocate(2048);
      while (!whole(buffer.array(), buffer.position())) {
        if (channel.read(buffer) <= 0) {
          throw new IOException("the answer ends");
        }
      }
    }
  }

  /** A non-blocking channel that is waited for by a selector. */
  void nonBlocking(int number) throws IOException {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(to(number))) {
        channel.register(selector, SelectionKey.OP_CONNECT);
        while (!channel.finishConnect()) {
          selector.select(1000);
          selector.selectedKeys().clear();
        }
      }
    }
    // Only now the cancelled key, and what it holds, is let go.
    selector.selectNow();
  }

  /** The JDK's old HTTP client; {@code http.keepAlive=false} makes it close. */
  void url(int number) throws IOException {
    String host = address(number).getHostAddress();
    URL url = new URL("http", host, readingPort, "/items/" + number % ITEMS);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    try (InputStream in = connection.getInputStream()) {
      if (in.readAllBytes().length != BODY_LENGTH) {
        throw new IOException("another answer");
      }
    } finally {
      connection.disconnect();
    }
  }

  private InetAddress address(int number) {
    return addresses[number % ADDRESSES];
  }

  InetSocketAddress to(int number) {
    return new InetSocketAddress(address(number), readingPort);
  }

  private byte[] request(int number) {
    String text =
        "GET /items/"
            + number % ITEMS
            + " HTTP/1.1\r\nHost: localhost:"
            + readingPort
            + "\r\nAccept: application/json\r\n\r\n";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int readAnswer(InputStream in) throws IOException {
    byte[] buffer = new byte[2048];
    int filled = 0;
    while (!whole(buffer, filled)) {
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count <= 0) {
        throw new IOException("the answer ends");
      }
      filled += count;
    }
    return filled;
  }

  /** Whether the body's length follows the end of a head; else an answer cut short is closed. */
  private static boolean whole(byte[] buffer, int filled) {
    int body = filled - BODY_LENGTH;
    return body >= 4
        && buffer[body - 4] == '\r'
        && buffer[body - 3] == '\n'
        && buffer[body - 2] == '\r'
        && buffer[body - 1] == '\n';
  }
}
