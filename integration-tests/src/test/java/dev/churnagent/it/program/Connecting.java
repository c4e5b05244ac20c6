package dev.churnagent.it.program;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Connects to a {@code ScriptedPeer} again and again in one of the ways that programs have, until
 * it did so often enough or there is no port left. Prints how often, then waits for a line.
 */
public final class Connecting {
  private static final long SECOND = 1_000_000_000;

  private final InetSocketAddress server;
  private final List<Socket> kept = new ArrayList<>();

  private Connecting(InetSocketAddress server) {
    this.server = server;
  }

  /** Arguments: way, address, port, how often, at most how often a second or 0. */
  public static void main(String... arguments) throws IOException {
    Connecting program =
        new Connecting(new InetSocketAddress(arguments[1], Integer.parseInt(arguments[2])));
    int done =
        program.connect(
            arguments[0], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    System.out.println("connected " + done);
    System.in.read();
  }

  private int connect(String way, int times, int perSecond) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      try {
        one(way, i);
      } catch (IOException e) {
        System.out.println("failed " + e);
        return i;
      }
      if (perSecond > 0) {
        LockSupport.parkNanos(start + (i + 1) * SECOND / perSecond - System.nanoTime());
      }
    }
    return times;
  }

  private void one(String way, int number) throws IOException {
    switch (way) {
      case "close-first" -> closeFirst();
      case "peer-first" -> peerFirst();
      case "reset" -> reset();
      case "hoard" -> hoard();
      case "mixed" -> mixed(number);
      case "crowded" -> {
        if (number % 10 == 9) {
          polite();
        } else {
          closeFirst();
        }
      }
      default -> throw new IllegalArgumentException(way);
    }
  }

  private void mixed(int number) throws IOException {
    switch (number % 6) {
      case 0 -> peerFirst();
      case 1 -> reset();
      case 2 -> hoard();
      default -> closeFirst();
    }
  }

  private void closeFirst() throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      ask(socket, 'a');
    }
  }

  /** The same by another call site, which is seldom used. */
  private void polite() throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      ask(socket, 'a');
    }
  }

  private void peerFirst() throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      ask(socket, 'f');
    }
  }

  private void reset() throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      ask(socket, 'a');
      socket.setSoLinger(true, 0);
    }
  }

  private void hoard() throws IOException {
    Socket socket = new Socket(server.getAddress(), server.getPort());
    ask(socket, 'a');
    kept.add(socket);
  }

  private static void ask(Socket socket, int command) throws IOException {
    socket.getOutputStream().write(command);
    socket.getInputStream().read();
  }
}
