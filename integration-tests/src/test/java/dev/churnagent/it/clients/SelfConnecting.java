package dev.churnagent.it.clients;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;

/** Servers of every kind in the same JVM as their client. Prints how many it accepted. */
public final class SelfConnecting {
  private static final int TIMES = 5;

  private SelfConnecting() {}

  /** No arguments. */
  public static void main(String... arguments) throws Exception {
    int accepted = 0;
    for (int i = 0; i < TIMES; i++) {
      accepted += serverSocket() + blockingServer() + nonBlockingServer() + asyncServer();
    }
    System.out.println("accepted=" + accepted);
  }

  private static int serverSocket() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, Addresses.loopback());
        Socket client = new Socket(Addresses.loopback(), server.getLocalPort());
        Socket accepted = server.accept()) {
      pass(client.getOutputStream(), accepted.getInputStream());
    }
    return 1;
  }

  private static int blockingServer() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(Addresses.loopback(0));
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        SocketChannel accepted = server.accept()) {
      client.shutdownOutput();
      accepted.read(ByteBuffer.allocate(1));
    }
    return 1;
  }

  private static int nonBlockingServer() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(Addresses.loopback(0));
        Selector selector = Selector.open()) {
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      try (Socket client = SocketChannel.open(server.getLocalAddress()).socket()) {
        selector.select();
        try (SocketChannel accepted = server.accept()) {
          accepted.configureBlocking(false);
          accepted.setOption(java.net.StandardSocketOptions.SO_LINGER, 0);
        }
        client.shutdownInput();
      }
    }
    return 1;
  }

  private static int asyncServer() throws Exception {
    try (AsynchronousServerSocketChannel server =
        AsynchronousServerSocketChannel.open().bind(Addresses.loopback(0))) {
      Future<AsynchronousSocketChannel> accepting = server.accept();
      try (AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
        client.connect(server.getLocalAddress()).get();
        accepting.get().close();
      }
    }
    return 1;
  }

  private static void pass(OutputStream from, InputStream to) throws Exception {
    from.write('a');
    Ping.expect(to.read());
  }
}
