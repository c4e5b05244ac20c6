package dev.churnagent.it.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy for SOCKS 4, 4a and 5 and for HTTP's CONNECT, whichever its client speaks. Every name
 * leads to loopback. Lives in the test's JVM.
 */
public final class RelayProxy implements AutoCloseable {
  private static final int BACKLOG = 200;
  private static final byte[] SOCKS4_GRANTED = {0, 90, 0, 0, 0, 0, 0, 0};
  private static final byte[] SOCKS5_GRANTED = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

  private final ServerSocket listener;
  private final boolean wantsLogin;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Queue<String> destinations = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  private RelayProxy(ServerSocket listener, boolean wantsLogin) {
    this.listener = listener;
    this.wantsLogin = wantsLogin;
    daemon(this::acceptAll, "relay-proxy");
  }

  /** Listens on a free loopback port; with SOCKS 5, wants any name and password or none. */
  public static RelayProxy start(boolean wantsLogin) {
    try {
      return new RelayProxy(
          new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), wantsLogin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** As in a report's {@code endpoints[].address}. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  public int accepted() {
    return accepted.get();
  }

  /** What was asked for, in order. */
  public Queue<String> destinations() {
    return destinations;
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        open.add(client);
        daemon(() -> serve(client), "relay-connection");
      } catch (IOException e) {
        // Closed by the test.
        continue;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      int first = in.readUnsignedByte();
      int port = first == 5 ? socks5(in, out) : first == 4 ? socks4(in) : tunnel(first, in);
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        open.add(server);
        out.write(
            first == 5
                ? SOCKS5_GRANTED
                : first == 4 ? SOCKS4_GRANTED : ascii("HTTP/1.1 200 Opened\r\n\r\n"));
        daemon(() -> relay(server, client), "relay-answers");
        relay(client, server);
      }
    } catch (IOException e) {
      // One of the two went away, or the test closed.
      return;
    }
  }

  private int socks5(DataInputStream in, OutputStream out) throws IOException {
    in.skipNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, (byte) (wantsLogin ? 2 : 0)});
    if (wantsLogin) {
      in.skipNBytes(1);
      in.skipNBytes(in.readUnsignedByte());
      in.skipNBytes(in.readUnsignedByte());
      out.write(new byte[] {1, 0});
    }
    in.skipNBytes(3);
    int kind = in.readUnsignedByte();
    byte[] address = new byte[kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte()];
    in.readFully(address);
    String host =
        kind == 3
            ? new String(address, StandardCharsets.ISO_8859_1)
            : InetAddress.getByAddress(address).getHostAddress();
    return asked(host, in.readUnsignedShort());
  }

  private int socks4(DataInputStream in) throws IOException {
    in.skipNBytes(1);
    int port = in.readUnsignedShort();
    String host = InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
    upTo(in, "\0");
    return asked(host.startsWith("0.0.0.") ? upTo(in, "\0") : host, port);
  }

  private int tunnel(int first, InputStream in) throws IOException {
    String[] words = ((char) first + upTo(in, "\r\n\r\n")).split(" ");
    if (!words[0].equals("CONNECT")) {
      throw new IOException("no tunnel: " + words[0]);
    }
    int colon = words[1].lastIndexOf(':');
    return asked(words[1].substring(0, colon), Integer.parseInt(words[1].substring(colon + 1)));
  }

  private int asked(String host, int port) {
    destinations.add(host + ":" + port);
    return port;
  }

  private static String upTo(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("after " + text);
      }
      text.append((char) next);
    }
    return text.substring(0, text.length() - end.length());
  }

  /** Up to the end of one direction; the other one may go on. */
  private static void relay(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // Reset by either side, or closed at its end.
      return;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
