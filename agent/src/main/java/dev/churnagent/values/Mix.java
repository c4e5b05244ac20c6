package dev.churnagent.values;

import jdk.internal.misc.Unsafe;

/** The arithmetic of digests. Not cryptographic: good against chance, not against intent. */
public final class Mix {
  /** Where a digest starts. */
  public static final long SEED = 0x2545f4914f6cdd1dL;

  private static final long FACTOR_A = 0x9e3779b97f4a7c15L;
  private static final long FACTOR_B = 0xc2b2ae3d27d4eb4fL;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private Mix() {}

  /** The digest with one more value; the order counts. */
  public static long step(long digest, long value) {
    return Long.rotateLeft((digest ^ value) * FACTOR_A, 31) * FACTOR_B;
  }

  /** The digest with each bit depending on all that went in, fit for adding up. */
  public static long end(long digest) {
    long mixed = (digest ^ digest >>> 32) * FACTOR_A;
    return (mixed ^ mixed >>> 29) * FACTOR_B;
  }

  /**
   * The digest of raw memory within a primitive array.
   *
   * @param offset of the first byte, from the array's start
   * @param length in bytes; all of them within the array
   */
  static long bytes(Object array, long offset, int length) {
    long digest = step(SEED, length);
    int at = 0;
    for (; at <= length - 8; at += 8) {
      digest = step(digest, UNSAFE.getLongUnaligned(array, offset + at));
    }
    if (at == length) {
      return digest;
    }
    if (length >= 8) {
      // The last eight bytes, some of them for the second time.
      return step(digest, UNSAFE.getLongUnaligned(array, offset + length - 8));
    }
    return step(digest, few(array, offset, length));
  }

  /** One to seven bytes as one number. */
  private static long few(Object array, long offset, int length) {
    if (length >= 4) {
      long first = UNSAFE.getIntUnaligned(array, offset) & 0xffffffffL;
      return first | (long) UNSAFE.getIntUnaligned(array, offset + length - 4) << 32;
    }
    int first = UNSAFE.getByte(array, offset) & 0xff;
    int middle = UNSAFE.getByte(array, offset + (length >> 1)) & 0xff;
    int last = UNSAFE.getByte(array, offset + length - 1) & 0xff;
    return first | middle << 8 | last << 16;
  }

  /** The digest of a text's characters, however long. */
  public static long text(String text) {
    return Strings.digest(text, Integer.MAX_VALUE);
  }
}
