package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A proxy in this JVM: one connection onward for each that comes in, as long as that is open. */
public final class Forwarder implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;

  private Forwarder(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** A proxy on loopback before a port of loopback. */
  public static Forwarder start(int target) {
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Forwarder forwarder = new Forwarder(listener, target);
      daemon(forwarder::acceptAll, "forwarder");
      return forwarder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket in = listener.accept();
        daemon(() -> forward(in), "forwarded");
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void forward(Socket in) {
    try (in;
        Socket onward = new Socket(InetAddress.getLoopbackAddress(), target)) {
      in.getInputStream().transferTo(onward.getOutputStream());
    } catch (IOException ended) {
      // However the client's connection ends, so does ours.
      return;
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
