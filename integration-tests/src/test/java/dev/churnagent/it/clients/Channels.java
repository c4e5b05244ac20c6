package dev.churnagent.it.clients;

import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Connects by {@code SocketChannel}. */
public final class Channels {
  private static final int TIMEOUT_MILLIS = 20_000;

  private Channels() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(Channels.class, arguments);
  }

  static void openWithAddress(int port) throws Exception {
    try (SocketChannel channel = SocketChannel.open(Addresses.loopback(port))) {
      Ping.over(channel);
    }
  }

  static void blockingConnect(int port) throws Exception {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.bind(Addresses.loopback(0));
      channel.connect(Addresses.loopback(port));
      Ping.over(channel);
    }
  }

  static void nonBlockingWithSelector(int port) throws Exception {
    try (SocketChannel channel = SocketChannel.open();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(Addresses.loopback(port))) {
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        finish(channel, selector);
        key.cancel();
        selector.selectNow();
      }
      // Connected already: true again, and no second connection.
      channel.finishConnect();
      Ping.over(channel);
    }
  }

  private static void finish(SocketChannel channel, Selector selector) throws Exception {
    while (!channel.finishConnect()) {
      selector.select();
    }
  }

  static void blockingAfterNonBlocking(int port) throws Exception {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      if (!channel.connect(Addresses.loopback(port))) {
        channel.configureBlocking(true);
        channel.finishConnect();
      }
      channel.configureBlocking(true);
      Ping.over(channel);
    }
  }

  static void throughSocket(int port) throws Exception {
    try (SocketChannel channel = SocketChannel.open()) {
      Socket socket = channel.socket();
      socket.connect(Addresses.loopback(port));
      Ping.over(socket);
    }
  }

  static void throughSocketWithTimeout(int port) throws Exception {
    SocketChannel channel = SocketChannel.open();
    try (Socket socket = channel.socket()) {
      socket.connect(Addresses.loopback(port), TIMEOUT_MILLIS);
      Ping.over(socket);
    }
  }
}
