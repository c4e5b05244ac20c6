package dev.churnagent.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A 64-bit digest of a sequence of bytes, independent of how it was cut into pieces. Good at
 * telling contents apart; no protection against somebody who makes two of the same digest on
 * purpose.
 */
public final class Digest64 {
  private static final long FIRST = 0x9e3779b97f4a7c15L;
  private static final long SECOND = 0xc2b2ae3d27d4eb4fL;

  private long state = FIRST;
  private long length;

  /** The last {@code length % 8} bytes, the earliest lowest. */
  private long rest;

  /** Starts anew. */
  public void reset() {
    state = FIRST;
    length = 0;
    rest = 0;
  }

  void copyFrom(Digest64 other) {
    state = other.state;
    length = other.length;
    rest = other.rest;
  }

  /** Adds the bytes from one index to before another. */
  public void add(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (length & 7) != 0) {
      add(bytes[at++]);
    }
    if (to - at >= 8) {
      // Compiled to plain loads, and its object to nothing.
      ByteBuffer lanes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (; to - at >= 8; at += 8) {
        lane(lanes.getLong(at));
        length += 8;
      }
    }
    while (at < to) {
      add(bytes[at++]);
    }
  }

  /** Adds one byte. */
  public void add(int value) {
    rest |= (value & 0xffL) << ((length & 7) << 3);
    length++;
    if ((length & 7) == 0) {
      lane(rest);
      rest = 0;
    }
  }

  /** Adds a text's characters, each by its lower eight bits, and an end mark. */
  public void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    add(0);
  }

  private void lane(long value) {
    state = Long.rotateLeft(state ^ value * SECOND, 29) * FIRST + SECOND;
  }

  /** How many bytes were added. */
  public long length() {
    return length;
  }

  /** The digest of all bytes so far. */
  public long value() {
    return mix(mix(state ^ rest) + length, SECOND);
  }

  /** One number made of two, each bit of which depends on all of theirs. */
  public static long mix(long one, long other) {
    return mix(one * FIRST ^ Long.rotateLeft(other, 32) * SECOND);
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 32) * 0xd6e8feb86659fd93L;
    mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
    return mixed ^ mixed >>> 32;
  }
}
