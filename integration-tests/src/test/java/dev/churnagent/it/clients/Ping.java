package dev.churnagent.it.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Asks the peer for one byte, so that the peer has accepted before the client goes on. */
final class Ping {
  private static final int ANSWER = 'a';

  private Ping() {}

  static void over(Socket socket) throws IOException {
    over(socket.getInputStream(), socket.getOutputStream());
  }

  static void over(InputStream in, OutputStream out) throws IOException {
    out.write(ANSWER);
    out.flush();
    expect(in.read());
  }

  static void over(SocketChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1).put((byte) ANSWER).flip();
    channel.write(one);
    one.clear();
    if (channel.isBlocking()) {
      channel.read(one);
    } else {
      try (Selector selector = Selector.open()) {
        channel.register(selector, SelectionKey.OP_READ);
        while (channel.read(one) == 0) {
          selector.select();
        }
      }
    }
    expect(one.flip().hasRemaining() ? one.get() : -1);
  }

  static void expect(int answer) throws IOException {
    if (answer != ANSWER) {
      throw new IOException("answered " + answer);
    }
  }
}
