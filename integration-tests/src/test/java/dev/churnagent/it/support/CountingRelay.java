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

/**
 * Counts what it accepts, and relays it to a server that does not tell. Lives in the test's JVM.
 */
public final class CountingRelay implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket listener;
  private final int target;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  private CountingRelay(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** Listens on a free port before that port, both of loopback. */
  public static CountingRelay start(int target) {
    try {
      CountingRelay relay =
          new CountingRelay(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), target);
      daemon(relay::acceptAll, "counting-relay");
      return relay;
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

  /** A client that had an answer has been counted. */
  public int accepted() {
    return accepted.get();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        open.add(client);
        daemon(() -> serve(client), "relayed");
      } catch (IOException e) {
        // Closed by the test.
        continue;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(server);
      daemon(() -> relay(server, client), "relayed-answers");
      relay(client, server);
    } catch (IOException e) {
      // One of the two went away, or the test closed.
      return;
    }
  }

  /** Up to the end of one direction, which ends the connection. */
  private static void relay(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
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
