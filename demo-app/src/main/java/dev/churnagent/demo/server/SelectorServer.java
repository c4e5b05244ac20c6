package dev.churnagent.demo.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A loopback server on one selector thread; what it does with a connection is its subclass's. */
abstract class SelectorServer implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final int BUFFER_BYTES = 16 * 1024;

  /** What a selection key carries: who handles it when it is ready, and when it broke. */
  interface Handler {
    void ready(SelectionKey key) throws IOException;

    void broken();
  }

  /** For the selector thread only, empty between two calls of a handler. */
  final ByteBuffer shared = ByteBuffer.allocateDirect(BUFFER_BYTES);

  private final Counters counters = new Counters();
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final SelectionKey accepting;
  private final Thread thread;
  private volatile boolean closed;

  SelectorServer(String name) throws IOException {
    selector = Selector.open();
    listener = ServerSocketChannel.open();
    listener.bind(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
    listener.configureBlocking(false);
    accepting = listener.register(selector, SelectionKey.OP_ACCEPT);
    thread = new Thread(this::serve, name);
    thread.setDaemon(true);
  }

  /** Takes over a connection that was just accepted; it is non-blocking already. */
  abstract void accepted(SocketChannel connection) throws IOException;

  void start() {
    thread.start();
  }

  /** Where it listens: 127.0.0.1 and a port that the system chose. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.socket().getLocalSocketAddress();
  }

  /** What it has seen so far. */
  public Counters counters() {
    return counters;
  }

  SelectionKey register(SocketChannel channel, int operations, Handler handler) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel.register(selector, operations, handler);
  }

  /** Counts a closed connection and accepts again, if the system had run out of descriptors. */
  void connectionClosed(boolean clientFirst) {
    counters.connectionClosed(clientFirst);
    accepting.interestOps(SelectionKey.OP_ACCEPT);
  }

  /** Ends the server with all its connections and waits until it has ended. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private void serve() {
    try {
      while (!closed) {
        selector.select(this::handle);
      }
    } catch (IOException e) {
      System.err.println(thread.getName() + " stopped: " + e);
    } finally {
      selector.keys().forEach(key -> closeQuietly(key.channel()));
      closeQuietly(selector);
    }
  }

  private void handle(SelectionKey key) {
    if (key == accepting) {
      acceptAll();
      return;
    }
    Handler handler = (Handler) key.attachment();
    try {
      if (key.isValid()) {
        handler.ready(key);
      }
    } catch (IOException e) {
      handler.broken();
    }
  }

  private void acceptAll() {
    try {
      for (SocketChannel one = listener.accept(); one != null; one = listener.accept()) {
        counters.connectionAccepted();
        take(one);
      }
    } catch (IOException e) {
      // Out of descriptors: the next ones wait in the backlog until a connection is closed.
      accepting.interestOps(0);
    }
  }

  private void take(SocketChannel connection) {
    try {
      connection.configureBlocking(false);
      accepted(connection);
    } catch (IOException e) {
      closeQuietly(connection);
      connectionClosed(false);
    }
  }
}
