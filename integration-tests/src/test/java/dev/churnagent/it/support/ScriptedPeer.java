package dev.churnagent.it.support;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A loopback server whose client says, by one byte each, what it shall do next:
 *
 * <ul>
 *   <li>{@code a}: answer with one byte {@code a}
 *   <li>{@code h}: nothing
 *   <li>{@code f}: close
 *   <li>{@code r}: close with a reset
 *   <li>{@code d}: send a byte now and then, until a reset comes
 *   <li>{@code u}: send one byte
 *   <li>{@code b}: send one byte and close
 * </ul>
 *
 * <p>At the client's end-of-stream it closes too. A client that had an answer has been counted.
 */
public final class ScriptedPeer implements AutoCloseable {
  /** What a client has to get through before its first command. */
  public enum Front {
    /** Nothing. */
    NONE,
    /** A SOCKS 5 proxy that is the destination, too. */
    SOCKS5,
    /** An HTTP proxy that is the destination, too. */
    HTTP_TUNNEL
  }

  private static final int BACKLOG = 200;
  private static final long PAUSE_NANOS = 1_000_000;

  private final ServerSocket listener;
  private final Front front;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Queue<String> destinations = new ConcurrentLinkedQueue<>();
  private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();

  private ScriptedPeer(ServerSocket listener, Front front) {
    this.listener = listener;
    this.front = front;
  }

  /**
   * As a process of its own: prints its port, and for each line it reads how many it accepted. The
   * argument is the address to listen on, loopback by default.
   */
  public static void main(String... arguments) throws IOException {
    InetAddress address =
        arguments.length == 0
            ? InetAddress.getLoopbackAddress()
            : InetAddress.getByName(arguments[0]);
    try (ScriptedPeer peer = start(new ServerSocket(0, BACKLOG, address), Front.NONE);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in))) {
      System.out.println("port " + peer.port());
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        System.out.println(line + " " + peer.accepted());
      }
    }
  }

  /** Listens on a free port. */
  public static ScriptedPeer start() {
    return start(Front.NONE);
  }

  /** Listens on a free port. */
  public static ScriptedPeer start(Front front) {
    try {
      return start(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), front);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves on that listener, which may be one of TLS. */
  public static ScriptedPeer start(ServerSocket listener, Front front) {
    ScriptedPeer peer = new ScriptedPeer(listener, front);
    daemon(peer::acceptAll, "scripted-peer");
    return peer;
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

  /** The names and addresses that proxied clients asked for, in order. */
  public Queue<String> destinations() {
    return destinations;
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = listener.accept();
        accepted.incrementAndGet();
        open.add(socket);
        daemon(() -> serve(socket), "scripted-connection");
      }
    } catch (IOException e) {
      // Closed by the test.
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      switch (front) {
        case SOCKS5 -> greetSocks(in, out);
        case HTTP_TUNNEL -> greetTunnel(in, out);
        case NONE -> {}
      }
      while (obey(in.read(), socket, out)) {
        continue;
      }
    } catch (IOException e) {
      // The client reset: one of the ways to end.
      return;
    }
  }

  private static boolean obey(int command, Socket socket, OutputStream out) throws IOException {
    switch (command) {
      case 'a' -> out.write('a');
      case 'h' -> {}
      case 'd' -> sendUntilReset(out);
      case 'u' -> out.write('d');
      case 'b' -> {
        out.write('d');
        return false;
      }
      case 'r' -> {
        socket.setSoLinger(true, 0);
        return false;
      }
      case 'f', -1 -> {
        return false;
      }
      default -> throw new IOException("unknown command " + command);
    }
    return true;
  }

  /** Our own close must not come between the client's end-of-stream and its reset. */
  private static void sendUntilReset(OutputStream out) throws IOException {
    while (true) {
      out.write('d');
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void greetSocks(DataInputStream in, OutputStream out) throws IOException {
    in.readByte();
    in.skipNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, 0});
    in.skipNBytes(3);
    int kind = in.readUnsignedByte();
    byte[] address = new byte[kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte()];
    in.readFully(address);
    String name =
        kind == 3
            ? new String(address, java.nio.charset.StandardCharsets.US_ASCII)
            : InetAddress.getByAddress(address).getHostAddress();
    destinations.add(name + ":" + in.readUnsignedShort());
    out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 80});
  }

  private void greetTunnel(InputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    destinations.add(head.toString().split(" ")[1]);
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    open.add(listener);
    for (Closeable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        // Nothing more can be done about it.
        continue;
      }
    }
  }

  /** A port on loopback that is taken, but refuses connections. Closed by the caller. */
  public static Socket refusingPort() {
    try {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
