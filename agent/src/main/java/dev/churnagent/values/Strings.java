package dev.churnagent.values;

import jdk.internal.misc.Unsafe;

/** Reads strings as the JVM stores them: one byte for each character, or two. */
final class Strings {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long VALUE = UNSAFE.objectFieldOffset(String.class, "value");
  private static final long CODER = UNSAFE.objectFieldOffset(String.class, "coder");

  private Strings() {}

  /** How many bytes it is stored in. */
  static int length(String text) {
    return ((byte[]) UNSAFE.getReference(text, VALUE)).length;
  }

  /**
   * The digest of its first bytes. Equal strings are stored equally.
   *
   * @param maxBytes how many at most
   */
  static long digest(String text, int maxBytes) {
    byte[] value = (byte[]) UNSAFE.getReference(text, VALUE);
    int length = Math.min(value.length, maxBytes);
    long bytes = Mix.bytes(value, ArrayMemory.BYTES, length);
    // The length as a whole, also where only a part was read.
    return Mix.step(bytes, (long) value.length << 8 | UNSAFE.getByte(text, CODER));
  }
}
