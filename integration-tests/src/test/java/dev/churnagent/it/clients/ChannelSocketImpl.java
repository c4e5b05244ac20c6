package dev.churnagent.it.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A {@code SocketImpl} on top of a {@code SocketChannel}, which counts by itself. */
final class ChannelSocketImpl extends EchoSocketImpl {
  private SocketChannel channel;

  @Override
  protected void connect(SocketAddress remote, int timeout) throws IOException {
    channel = SocketChannel.open();
    channel.connect(remote);
    address = ((InetSocketAddress) remote).getAddress();
    port = ((InetSocketAddress) remote).getPort();
    localport = ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Override
  protected InputStream getInputStream() {
    return Channels.newInputStream(channel);
  }

  @Override
  protected OutputStream getOutputStream() {
    return Channels.newOutputStream(channel);
  }

  @Override
  protected void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
