package dev.churnagent.http;

import java.util.Arrays;

/**
 * The bytes of the head that was read last, as clients and servers send the same one again and
 * again on a connection that is kept: to compare them costs a tenth of reading them. What they came
 * to is remembered by the reader.
 */
final class KnownHead {
  /** A longer one is read anew each time, so that a connection at rest holds little. */
  static final int MAX_LENGTH = 1024;

  private static final byte[] NONE = {};

  private byte[] head = NONE;

  /** The length of the known head, if the range starts with all of it; otherwise 0. */
  int match(byte[] bytes, int from, int to) {
    int length = head.length;
    // The first byte that differs is rarely the first one: no quicker look pays.
    return length <= to - from && Arrays.equals(head, 0, length, bytes, from, from + length)
        ? length
        : 0;
  }

  /** Keeps a copy of this head, which is not too long, instead of the one before. */
  void learn(byte[] bytes, int from, int to) {
    if (head.length == to - from) {
      System.arraycopy(bytes, from, head, 0, head.length);
    } else {
      head = Arrays.copyOfRange(bytes, from, to);
    }
  }

  void forget() {
    head = NONE;
  }
}
