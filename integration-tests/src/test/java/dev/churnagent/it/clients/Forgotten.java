package dev.churnagent.it.clients;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Sockets that nobody closes: the JDK's Cleaner does; and sockets that never connect. */
public final class Forgotten {
  private static final int TIMES = 3;
  private static final long POLL_NANOS = 5_000_000;

  private Forgotten() {}

  /** Argument: the port of the scripted peer. */
  public static void main(String... arguments) throws IOException {
    int peerPort = Integer.parseInt(arguments[0]);
    int[] ports = new int[TIMES];
    for (int i = 0; i < TIMES; i++) {
      ports[i] = dropped(peerPort);
      neverConnected();
    }
    for (int port : ports) {
      while (TcpTable.isEstablished(port, peerPort)) {
        System.gc();
        LockSupport.parkNanos(POLL_NANOS);
      }
      System.out.println("dropped: " + TcpTable.verdict(port, peerPort));
    }
  }

  @SuppressWarnings("resource")
  private static int dropped(int peerPort) throws IOException {
    Socket socket = new Socket(Addresses.loopback(), peerPort);
    Ping.over(socket);
    return socket.getLocalPort();
  }

  private static void neverConnected() throws IOException {
    new Socket().close();
    try (Socket bound = new Socket()) {
      bound.bind(Addresses.loopback(0));
      bound.setSoLinger(true, 0);
    }
    java.nio.channels.SocketChannel.open().close();
    java.nio.channels.AsynchronousSocketChannel.open().close();
  }
}
