package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A listening port whose backlog is full: the kernel leaves further connects without answer. */
public final class FullListener implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 500;
  private static final int MOST = 64;

  private final ServerSocket listener;
  private final List<Socket> fillers = new ArrayList<>();

  private FullListener(ServerSocket listener) {
    this.listener = listener;
  }

  public static FullListener start() {
    try {
      FullListener full =
          new FullListener(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      full.fill();
      return full;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill() throws IOException {
    for (int i = 0; i < MOST; i++) {
      Socket filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(listener.getLocalSocketAddress(), PATIENCE_MILLIS);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
    throw new IOException("this kernel's backlog is never full");
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      for (Socket filler : fillers) {
        filler.close();
      }
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
