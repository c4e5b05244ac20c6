package dev.churnagent.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Every way to connect, each in a method of its own, N times; one of them deep in recursion. */
public final class Mixed {
  private Mixed() {}

  public static void main(String[] args) throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    int times = Integer.parseInt(args[1]);
    for (int i = 0; i < times; i++) {
      bySocket(server);
      byChannel(server);
      byAdaptor(server);
      nonBlocking(server);
      asynchronous(server);
      deep(server, 100);
      refused();
    }
    System.out.println("done");
    System.err.println("the program's own error line");
  }

  private static void bySocket(InetSocketAddress server) throws IOException {
    new Socket(server.getAddress(), server.getPort()).close();
  }

  private static void byChannel(InetSocketAddress server) throws IOException {
    SocketChannel.open(server).close();
  }

  private static void byAdaptor(InetSocketAddress server) throws IOException {
    try (Socket socket = SocketChannel.open().socket()) {
      socket.connect(server, 5_000);
    }
  }

  private static void nonBlocking(InetSocketAddress server) throws IOException {
    try (Selector selector = Selector.open();
        SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(server)) {
        channel.register(selector, SelectionKey.OP_CONNECT);
        selector.select(5_000);
        channel.finishConnect();
      }
    }
  }

  private static void asynchronous(InetSocketAddress server) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      channel.connect(server).get();
    }
  }

  private static void deep(InetSocketAddress server, int depth) throws IOException {
    if (depth > 0) {
      deep(server, depth - 1);
    } else {
      deepest(server);
    }
  }

  private static void deepest(InetSocketAddress server) throws IOException {
    new Socket(server.getAddress(), server.getPort()).close();
  }

  private static void refused() throws IOException {
    try (Socket nobody = new Socket();
        Socket socket = new Socket()) {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.connect(nobody.getLocalSocketAddress());
    } catch (java.net.ConnectException e) {
      return;
    }
  }
}
