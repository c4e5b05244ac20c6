package dev.churnagent.recorder.wire;

import dev.churnagent.http.HttpConnection;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/** Feeds the contents of buffers, which are left as they are. */
final class BufferBytes {
  private static final int PIECE = 8192;

  /** One for all who come one after the other; whoever finds none makes his own. */
  private static final AtomicReference<byte[]> SPARE = new AtomicReference<>();

  private BufferBytes() {}

  /** Whether this is what the JDK accepts; what it rejects is not ours to judge. */
  static boolean isRange(ByteBuffer[] buffers, int from, int length) {
    if (buffers == null || from < 0 || length < 0 || length > buffers.length - from) {
      return false;
    }
    for (int i = from; i < from + length; i++) {
      if (buffers[i] == null) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #isRange(ByteBuffer[], int, int)}. */
  static boolean isRange(byte[] bytes, int from, int length) {
    return bytes != null && from >= 0 && length >= 0 && length <= bytes.length - from;
  }

  /** The positions of some buffers, in the given array if it is long enough. */
  static int[] starts(ByteBuffer[] buffers, int from, int length, int[] reused) {
    int[] starts = reused.length < length ? new int[length] : reused;
    for (int i = 0; i < length; i++) {
      starts[i] = buffers[from + i].position();
    }
    return starts;
  }

  static long remaining(ByteBuffer[] buffers, int from, int length) {
    long remaining = 0;
    for (int i = from; i < from + length; i++) {
      remaining += buffers[i].remaining();
    }
    return remaining;
  }

  static void feedRemaining(HttpConnection http, ByteBuffer[] buffers, int from, int length) {
    for (int i = from; i < from + length && !http.outcome().isFinal(); i++) {
      feed(http, true, buffers[i], buffers[i].position(), buffers[i].limit());
    }
  }

  /** Feeds so many bytes, which have been put into the buffers or taken from them since. */
  static void feed(
      HttpConnection http, boolean sent, ByteBuffer[] buffers, int from, int[] starts, long count) {
    long rest = count;
    for (int i = 0; rest > 0 && i < starts.length && from + i < buffers.length; i++) {
      ByteBuffer buffer = buffers[from + i];
      int moved = (int) Math.min(rest, Math.max(0, buffer.position() - starts[i]));
      feed(http, sent, buffer, starts[i], starts[i] + moved);
      rest -= moved;
    }
  }

  static void feed(HttpConnection http, boolean sent, ByteBuffer buffer, int from, int to) {
    if (buffer.hasArray()) {
      feed(http, sent, buffer.array(), buffer.arrayOffset() + from, buffer.arrayOffset() + to);
      return;
    }
    byte[] spare = SPARE.getAndSet(null);
    byte[] piece = spare != null ? spare : new byte[PIECE];
    for (int at = from; at < to && !http.outcome().isFinal(); at += PIECE) {
      int length = Math.min(PIECE, to - at);
      if (at + length > buffer.limit()) {
        // The program changes it meanwhile: whatever goes out, it is not this.
        break;
      }
      buffer.get(at, piece, 0, length);
      feed(http, sent, piece, 0, length);
    }
    SPARE.set(piece);
  }

  private static void feed(HttpConnection http, boolean sent, byte[] bytes, int from, int to) {
    if (sent) {
      http.sent(bytes, from, to);
    } else {
      http.received(bytes, from, to);
    }
  }
}
