package dev.churnagent.it.clients;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Takes every port there is, in each way, until there is none; prints how many there were. */
public final class PortExhaustion {
  private static final int MOST = 1_000;
  private static final int LISTENING_PORT = 5_000;

  /** Opens one connection. */
  private interface Opener {
    Closeable open(SocketAddress address) throws IOException;
  }

  private PortExhaustion() {}

  /** No arguments. */
  public static void main(String... arguments) throws Exception {
    exhaust("socket", PortExhaustion::socket);
    exhaust("channel", PortExhaustion::channel);
    exhaust("nonBlocking", PortExhaustion::nonBlocking);
    exhaust("async", PortExhaustion::async);
  }

  private static void exhaust(String name, Opener opener) throws IOException {
    List<Closeable> open = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(LISTENING_PORT, MOST, Addresses.loopback())) {
      while (open.size() < MOST) {
        open.add(opener.open(server.getLocalSocketAddress()));
      }
    } catch (IOException e) {
      System.out.println(name + ": " + open.size());
    }
    for (Closeable each : open) {
      each.close();
    }
  }

  private static Closeable socket(SocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.connect(address);
    return socket;
  }

  private static Closeable channel(SocketAddress address) throws IOException {
    return SocketChannel.open(address);
  }

  private static Closeable nonBlocking(SocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    boolean connected = channel.connect(address);
    while (!connected) {
      connected = channel.finishConnect();
    }
    return channel;
  }

  private static Closeable async(SocketAddress address) throws IOException {
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
    try {
      channel.connect(address).get();
    } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
      throw new IOException(e);
    }
    return channel;
  }
}
