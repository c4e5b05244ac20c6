package dev.churnagent.it.clients;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** Over a blocking {@code SocketChannel}. */
final class ChannelWire implements Wire {
  private final SocketChannel channel;

  ChannelWire(SocketChannel channel) {
    this.channel = channel;
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
    return channel.read(one) < 0 ? -1 : one.get(0);
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
    Channels.newOutputStream(channel).close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
