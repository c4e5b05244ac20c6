package dev.churnagent.it.clients;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Over a non-blocking {@code SocketChannel} that is registered with a selector until its close. */
final class SelectorWire implements Wire {
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;

  private SelectorWire(SocketChannel channel, Selector selector, SelectionKey key) {
    this.channel = channel;
    this.selector = selector;
    this.key = key;
  }

  static SelectorWire connect(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    Selector selector = Selector.open();
    boolean connected = channel.connect(address);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    while (!connected && !channel.finishConnect()) {
      selector.select();
    }
    key.interestOps(SelectionKey.OP_READ);
    return new SelectorWire(channel, selector, key);
  }

  @Override
  public int localPort() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Override
  public void send(char command) throws IOException {
    channel.write(ByteBuffer.wrap(new byte[] {(byte) command}));
  }

  @Override
  public int read() throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    while (true) {
      int count = channel.read(one);
      if (count != 0) {
        return count < 0 ? -1 : one.get(0);
      }
      selector.select();
      if (!key.isValid()) {
        throw new ClosedChannelException();
      }
    }
  }

  @Override
  public void lingerZero() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void closeStreams() throws IOException {
    close();
  }

  /** The descriptor itself goes when the selector next looks. */
  @Override
  public void close() throws IOException {
    channel.close();
    try {
      selector.wakeup();
      selector.selectNow();
    } catch (CancelledKeyException e) {
      throw new IOException(e);
    }
  }
}
