package dev.churnagent.it.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what it accepts on a free loopback port, and relays it to another port of loopback. */
abstract class Relay implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket listener;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  Relay() {
    try {
      listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Accepts from now on. */
  final void start() {
    daemon(this::acceptAll, "relay");
  }

  public final int port() {
    return listener.getLocalPort();
  }

  /** As in a report's {@code endpoints[].address}. */
  public final String address() {
    return "127.0.0.1:" + port();
  }

  /** A client that had an answer has been counted. */
  public final int accepted() {
    return accepted.get();
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
      serve(client, client.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
      // One of the two went away, or the test closed.
      return;
    }
  }

  /** Finds out where to, and relays. */
  abstract void serve(Socket client, InputStream in, OutputStream out) throws IOException;

  /**
   * Relays until the client's end.
   *
   * @param granted what the client is told once the server has answered the connect
   */
  final void relay(Socket client, int port, byte... granted) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      open.add(server);
      client.getOutputStream().write(granted);
      daemon(() -> pass(server, client), "relay-answers");
      pass(client, server);
    }
  }

  /** Up to the end of one direction; the other one may go on. */
  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // Reset by either side, or closed at its end.
      return;
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public final void close() {
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
