package dev.churnagent.it.fetch.wire;

import dev.churnagent.it.fetch.client.Trust;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection that bytes go through. */
abstract class Pipe implements Closeable {
  private static final int FEW = 7;

  abstract void write(byte[] bytes) throws IOException;

  /** At least one byte, or -1 at the end. */
  abstract int read(byte[] into) throws IOException;

  static Pipe open(PipeKind kind, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return switch (kind) {
      case SOCKET -> new OfSocket(new Socket(address.getAddress(), port));
      case BYTES -> new OfBytes(new Socket(address.getAddress(), port));
      case CHANNEL -> new OfChannel(SocketChannel.open(address), false);
      case GATHERING -> new OfChannel(SocketChannel.open(address), true);
      case ADAPTOR -> new OfSocket(SocketChannel.open(address).socket());
      case ASYNC -> new AsyncPipe(address, false);
      case ASYNC_HANDLER -> new AsyncPipe(address, true);
      case TLS ->
          new OfSocket(Trust.context().getSocketFactory().createSocket(address.getAddress(), port));
    };
  }

  /** Over a socket that is connected. */
  static Pipe of(Socket socket) throws IOException {
    return new OfSocket(socket);
  }

  private static class OfSocket extends Pipe {
    final Socket socket;

    /** Small pieces must not wait for each other. */
    OfSocket(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
    }

    @Override
    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    @Override
    int read(byte[] into) throws IOException {
      return socket.getInputStream().read(into);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static final class OfBytes extends OfSocket {
    OfBytes(Socket socket) throws IOException {
      super(socket);
    }

    @Override
    void write(byte[] bytes) throws IOException {
      for (byte each : bytes) {
        socket.getOutputStream().write(each);
      }
    }

    @Override
    int read(byte[] into) throws IOException {
      int read = socket.getInputStream().read();
      into[0] = (byte) read;
      return read < 0 ? -1 : 1;
    }
  }

  private static final class OfChannel extends Pipe {
    private final SocketChannel channel;
    private final boolean many;

    OfChannel(SocketChannel channel, boolean many) throws IOException {
      this.channel = channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      this.many = many;
    }

    @Override
    void write(byte[] bytes) throws IOException {
      if (many) {
        int half = bytes.length / 2;
        ByteBuffer[] parts = {
          ByteBuffer.wrap(bytes, 0, half), ByteBuffer.wrap(bytes, half, bytes.length - half)
        };
        while (parts[1].hasRemaining()) {
          channel.write(parts);
        }
        return;
      }
      ByteBuffer direct = ByteBuffer.allocateDirect(FEW);
      for (int at = 0; at < bytes.length; at += FEW) {
        direct.clear().put(bytes, at, Math.min(FEW, bytes.length - at)).flip();
        while (direct.hasRemaining()) {
          channel.write(direct);
        }
      }
    }

    @Override
    int read(byte[] into) throws IOException {
      if (many) {
        int half = Math.min(FEW, into.length);
        return (int)
            channel.read(
                new ByteBuffer[] {
                  ByteBuffer.wrap(into, 0, half), ByteBuffer.wrap(into, half, into.length - half)
                });
      }
      return channel.read(ByteBuffer.wrap(into, 0, Math.min(FEW, into.length)));
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
