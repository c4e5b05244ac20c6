package dev.churnagent.journal;

import java.lang.ref.Reference;
import java.nio.ByteOrder;
import jdk.internal.misc.Unsafe;

/**
 * One mapped piece of the file, written by address. Compared with the buffer's own methods this is
 * a fraction of the machine code, and on the path of a connect, where no code of ours is in the
 * processor's caches, that is most of the cost.
 *
 * <p>Offsets are not checked: whoever calls keeps to {@link JournalLayout#SEGMENT_LENGTH}.
 * Little-endian on every machine.
 */
final class Segment {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final boolean REVERSED = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

  /** Keeps the memory mapped; it is unmapped when nobody refers to it any more. */
  private final Object mapping;

  private final long address;

  Segment(SegmentMapper mapper, Object mapping) {
    this.mapping = mapping;
    this.address = mapper.address(mapping);
  }

  /**
   * Writes a whole event. Its first word, which makes it valid, comes last: a reader sees all of it
   * or nothing.
   */
  void putEvent(int at, long word, long second, long third, long fourth) {
    long slot = address + at;
    UNSAFE.putLong(slot + 8, ordered(second));
    UNSAFE.putLong(slot + 16, ordered(third));
    UNSAFE.putLong(slot + 24, ordered(fourth));
    UNSAFE.putLongRelease(null, slot, ordered(word));
    Reference.reachabilityFence(mapping);
  }

  long getLong(int at) {
    long value = ordered(UNSAFE.getLong(address + at));
    Reference.reachabilityFence(mapping);
    return value;
  }

  void putLong(int at, long value) {
    UNSAFE.putLong(address + at, ordered(value));
    Reference.reachabilityFence(mapping);
  }

  /** Writes after everything that was written before. */
  void putLongRelease(int at, long value) {
    UNSAFE.putLongRelease(null, address + at, ordered(value));
    Reference.reachabilityFence(mapping);
  }

  /** Reads before everything that is read after. */
  long getLongAcquire(int at) {
    long value = ordered(UNSAFE.getLongAcquire(null, address + at));
    Reference.reachabilityFence(mapping);
    return value;
  }

  /** Adds one, whoever else does so at the same time. */
  void increment(int at) {
    long old;
    do {
      old = UNSAFE.getLongAcquire(null, address + at);
    } while (!UNSAFE.weakCompareAndSetLong(null, address + at, old, ordered(ordered(old) + 1)));
    Reference.reachabilityFence(mapping);
  }

  void putInt(int at, int value) {
    UNSAFE.putInt(address + at, ordered(value));
    Reference.reachabilityFence(mapping);
  }

  void putIntRelease(int at, int value) {
    UNSAFE.putIntRelease(null, address + at, ordered(value));
    Reference.reachabilityFence(mapping);
  }

  /** Sets bits, whoever else sets others at the same time. */
  void setBits(int at, int bits) {
    UNSAFE.getAndBitwiseOrInt(null, address + at, ordered(bits));
    Reference.reachabilityFence(mapping);
  }

  void putBytes(int at, byte[] bytes) {
    // One by one: the bulk copy needs a constant whose type JDK 25 changed.
    for (int i = 0; i < bytes.length; i++) {
      UNSAFE.putByte(address + at + i, bytes[i]);
    }
    Reference.reachabilityFence(mapping);
  }

  private static long ordered(long value) {
    return REVERSED ? Long.reverseBytes(value) : value;
  }

  private static int ordered(int value) {
    return REVERSED ? Integer.reverseBytes(value) : value;
  }
}
