package dev.churnagent.it.clients;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.Channels;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Over an {@code AsynchronousSocketChannel}. */
final class AsyncWire implements Wire {
  private final AsynchronousSocketChannel channel;

  private AsyncWire(AsynchronousSocketChannel channel) {
    this.channel = channel;
  }

  static AsyncWire connect(InetSocketAddress address) throws IOException {
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
    get(channel.connect(address));
    return new AsyncWire(channel);
  }

  private static <T> T get(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  @Override
  public int localPort() throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Override
  public void send(char command) throws IOException {
    get(channel.write(ByteBuffer.wrap(new byte[] {(byte) command})));
  }

  @Override
  public int read() throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    return get(channel.read(one)) < 0 ? -1 : one.get(0);
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
    Channels.newInputStream(channel).close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
