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

  /**
   * Words go to these in turn: four sums that do not wait for each other, in a third of the time.
   */
  private long sum0 = FIRST;

  private long sum1 = FIRST;
  private long sum2 = FIRST;
  private long sum3 = FIRST;
  private long length;

  /** The last {@code length % 8} bytes, the earliest lowest. */
  private long rest;

  /** Starts anew. */
  public void reset() {
    sum0 = FIRST;
    sum1 = FIRST;
    sum2 = FIRST;
    sum3 = FIRST;
    length = 0;
    rest = 0;
  }

  void copyFrom(Digest64 other) {
    sum0 = other.sum0;
    sum1 = other.sum1;
    sum2 = other.sum2;
    sum3 = other.sum3;
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
      at = words(bytes, at, to);
    }
    while (at < to) {
      add(bytes[at++]);
    }
  }

  /** Adds one byte. */
  public void add(int value) {
    int place = (int) length & 7;
    long word = rest | (value & 0xffL) << (place << 3);
    if (place == 7) {
      length -= 7;
      word(word);
      rest = 0;
    } else {
      rest = word;
      length++;
    }
  }

  /** Adds a text's characters, each by its lower eight bits, and an end mark. */
  public void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    add(0);
  }

  /** Adds all whole words and returns where they end; the length is a multiple of eight. */
  private int words(byte[] bytes, int from, int to) {
    // Compiled to plain loads, and its object to nothing.
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = from;
    for (; to - at >= 8 && (length & 31) != 0; at += 8) {
      word(words.getLong(at));
    }
    long a = sum0;
    long b = sum1;
    long c = sum2;
    long d = sum3;
    int start = at;
    for (; to - at >= 32; at += 32) {
      a = step(a, words.getLong(at));
      b = step(b, words.getLong(at + 8));
      c = step(c, words.getLong(at + 16));
      d = step(d, words.getLong(at + 24));
    }
    sum0 = a;
    sum1 = b;
    sum2 = c;
    sum3 = d;
    length += at - start;
    for (; to - at >= 8; at += 8) {
      word(words.getLong(at));
    }
    return at;
  }

  private void word(long word) {
    switch ((int) length >>> 3 & 3) {
      case 0 -> sum0 = step(sum0, word);
      case 1 -> sum1 = step(sum1, word);
      case 2 -> sum2 = step(sum2, word);
      default -> sum3 = step(sum3, word);
    }
    length += 8;
  }

  private static long step(long sum, long word) {
    return Long.rotateLeft(sum ^ word * SECOND, 29) * FIRST + SECOND;
  }

  /** How many bytes were added. */
  public long length() {
    return length;
  }

  /** The digest of all bytes so far. */
  public long value() {
    long sums = step(step(step(sum0, sum1), sum2), sum3);
    return mix(mix(sums ^ rest) + length, SECOND);
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
