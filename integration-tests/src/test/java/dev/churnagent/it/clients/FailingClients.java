package dev.churnagent.it.clients;

import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.Future;

/** Connects that fail, are given up, or never leave the JDK. */
public final class FailingClients {
  private static final int TIMEOUT_MILLIS = 100;

  private FailingClients() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(FailingClients.class, arguments);
  }

  static void refusedSocket(int port) throws Exception {
    Attempt.mustThrow(ConnectException.class, () -> new Socket(Addresses.loopback(), port));
  }

  static void refusedChannel(int port) throws Exception {
    Attempt.mustThrow(ConnectException.class, () -> SocketChannel.open(Addresses.loopback(port)));
  }

  static void refusedNonBlocking(int port) throws Exception {
    Attempt.mustThrow(
        ConnectException.class,
        () -> {
          try (SocketChannel channel = SocketChannel.open();
              Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.connect(Addresses.loopback(port));
            channel.register(selector, SelectionKey.OP_CONNECT);
            while (!channel.finishConnect()) {
              selector.select();
            }
          }
        });
  }

  static void refusedAsync(int port) throws Exception {
    Attempt.mustThrow(
        ConnectException.class,
        () -> {
          try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
            channel.connect(Addresses.loopback(port)).get();
          }
        });
  }

  static void timedOutSocket(int port) throws Exception {
    Attempt.mustThrow(
        SocketTimeoutException.class,
        () -> {
          try (Socket socket = new Socket()) {
            socket.connect(Addresses.loopback(port), TIMEOUT_MILLIS);
          }
        });
  }

  static void timedOutAdaptor(int port) throws Exception {
    Attempt.mustThrow(
        SocketTimeoutException.class,
        () -> {
          try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(Addresses.loopback(port), TIMEOUT_MILLIS);
          }
        });
  }

  static void abandonedNonBlocking(int port) throws Exception {
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      mustBePending(channel.connect(Addresses.loopback(port)));
      mustBePending(channel.finishConnect());
    }
  }

  static void abandonedRegistered(int port) throws Exception {
    SocketChannel channel = SocketChannel.open();
    try (Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_CONNECT);
      mustBePending(channel.connect(Addresses.loopback(port)));
      channel.close();
      selector.selectNow();
    }
  }

  static void abandonedAsync(int port) throws Exception {
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
    Future<Void> pending = channel.connect(Addresses.loopback(port));
    channel.close();
    Attempt.mustThrow(AsynchronousCloseException.class, pending::get);
  }

  private static void mustBePending(boolean connected) {
    if (connected) {
      throw new IllegalStateException("connected at once");
    }
  }

  static void unresolvedSocket(int port) throws Exception {
    Attempt.mustThrow(UnknownHostException.class, () -> new Socket("nobody.test", port));
  }

  static void unresolvedChannel(int port) throws Exception {
    Attempt.mustThrow(
        UnresolvedAddressException.class,
        () -> SocketChannel.open(InetSocketAddress.createUnresolved("nobody.test", port)));
  }

  static void unresolvedAsync(int port) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      Attempt.mustThrow(
          UnresolvedAddressException.class,
          () -> channel.connect(InetSocketAddress.createUnresolved("nobody.test", port)).get());
    }
  }

  /** One connection; every other call is rejected by the JDK itself. */
  static void rejectedSocket(int port) throws Exception {
    SocketAddress address = Addresses.loopback(port);
    Socket socket = new Socket();
    Attempt.mustThrow(IllegalArgumentException.class, () -> socket.connect(null));
    Attempt.mustThrow(IllegalArgumentException.class, () -> socket.connect(address, -1));
    socket.connect(address);
    Attempt.mustThrow(SocketException.class, () -> socket.connect(address));
    Ping.over(socket);
    socket.close();
    Attempt.mustThrow(SocketException.class, () -> socket.connect(address));
  }

  /** One connection. */
  static void rejectedChannel(int port) throws Exception {
    SocketAddress address = Addresses.loopback(port);
    SocketChannel channel = SocketChannel.open();
    Attempt.mustThrow(NullPointerException.class, () -> channel.connect(null));
    channel.connect(address);
    Attempt.mustThrow(AlreadyConnectedException.class, () -> channel.connect(address));
    Ping.over(channel);
    channel.close();
    Attempt.mustThrow(ClosedChannelException.class, () -> channel.connect(address));
  }

  /** One connection. */
  static void rejectedAsync(int port) throws Exception {
    SocketAddress address = Addresses.loopback(port);
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
    channel.connect(address).get();
    Attempt.mustThrow(AlreadyConnectedException.class, () -> channel.connect(address).get());
    channel.close();
    Attempt.mustThrow(ClosedChannelException.class, () -> channel.connect(address).get());
  }

  /** One abandoned connect; port of a full listener. */
  static void rejectedWhilePending(int port) throws Exception {
    SocketAddress address = Addresses.loopback(port);
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      mustBePending(channel.connect(address));
      Attempt.mustThrow(ConnectionPendingException.class, () -> channel.connect(address));
    }
  }

  /** Never gets as far as to connect. */
  static void boundToUsedPort(int port) throws Exception {
    try (Socket socket = new Socket()) {
      Attempt.mustThrow(BindException.class, () -> socket.bind(Addresses.loopback(port)));
    }
  }

  /** One connection, and one that would have both ends in common with it. */
  static void boundToPortOfSameConnection(int port) throws Exception {
    try (Socket first = new Socket();
        Socket second = new Socket()) {
      first.setReuseAddress(true);
      first.bind(Addresses.loopback(0));
      second.setReuseAddress(true);
      second.bind(Addresses.loopback(first.getLocalPort()));
      first.connect(Addresses.loopback(port));
      Ping.over(first);
      Attempt.mustThrow(java.io.IOException.class, () -> second.connect(Addresses.loopback(port)));
    }
  }

  /** In a network without a way out. */
  static void unreachableSocket(int port) throws Exception {
    Attempt.mustThrow(SocketException.class, () -> new Socket(documentation(), port));
  }

  static void unreachableChannel(int port) throws Exception {
    Attempt.mustThrow(
        SocketException.class,
        () -> SocketChannel.open(new InetSocketAddress(documentation(), port)));
  }

  static void unreachableAsync(int port) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      Attempt.mustThrow(
          java.io.IOException.class,
          () -> channel.connect(new InetSocketAddress(documentation(), port)).get());
    }
  }

  /** TEST-NET-1, which is nowhere. */
  private static InetAddress documentation() throws Exception {
    return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
  }
}
