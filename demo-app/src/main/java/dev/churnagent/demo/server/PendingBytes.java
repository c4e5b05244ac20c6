package dev.churnagent.demo.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What a non-blocking channel did not take at once; costs nothing while everything fits. */
final class PendingBytes {
  private ByteBuffer rest;

  /** Writes as much as fits and keeps a copy of the rest; returns whether nothing is left. */
  boolean write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    if (rest == null) {
      channel.write(bytes);
    }
    if (bytes.hasRemaining()) {
      int kept = rest == null ? 0 : rest.remaining();
      ByteBuffer joined = ByteBuffer.allocate(kept + bytes.remaining());
      if (rest != null) {
        joined.put(rest);
      }
      rest = joined.put(bytes).flip();
    }
    return rest == null;
  }

  /** Writes what was kept; returns whether nothing is left. */
  boolean flush(SocketChannel channel) throws IOException {
    if (rest != null) {
      channel.write(rest);
      if (!rest.hasRemaining()) {
        rest = null;
      }
    }
    return rest == null;
  }

  boolean isEmpty() {
    return rest == null;
  }
}
