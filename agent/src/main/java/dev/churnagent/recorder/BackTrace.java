package dev.churnagent.recorder;

import jdk.internal.misc.Unsafe;

/**
 * Reads HotSpot's raw back trace of a Throwable, which is a chain of chunks of parallel arrays:
 * method numbers ({@code short[]}), byte-code indexes with the class's version ({@code int[]}),
 * class mirrors ({@code Object[]}), more, and the next chunk ({@code java_lang_Throwable} and
 * {@code BacktraceBuilder} in HotSpot's javaClasses.cpp). The arrays' order is checked at start on
 * a stack of known depth; if it is another one, {@link #usable()} is false.
 *
 * <p>Only the identity of the classes is used, so nothing keeps them alive.
 */
final class BackTrace {
  private static final int METHODS = 0;
  private static final int BYTE_CODE_INDEXES = 1;
  private static final int MIRRORS = 2;
  private static final int PROBED_DEPTH = 100;
  private static final long SEED = 0x2545f4914f6cdd1dL;
  private static final long FACTOR_A = 0x9e3779b97f4a7c15L;
  private static final long FACTOR_B = 0xc2b2ae3d27d4eb4fL;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long FIELD = findField();

  /** Where a chunk holds the next one, or -1 if the layout is not the known one. */
  private static final int NEXT = findNext();

  private BackTrace() {}

  static boolean usable() {
    return NEXT >= 0;
  }

  /**
   * A Throwable whose next {@code fillInStackTrace()} does take the stack, and so without the
   * frames of constructors, which the VM would decode only to leave them out. That method does
   * nothing on an exception made without a writable stack trace, unless its back trace is set
   * already.
   */
  static StackProbe blank() {
    StackProbe probe = new StackProbe();
    UNSAFE.putReference(probe, FIELD, probe);
    return probe;
  }

  /** A 64-bit hash of every frame's class, method and place; equal stacks have equal hashes. */
  static long hash(Throwable throwable) {
    Object[] chunk = (Object[]) UNSAFE.getReference(throwable, FIELD);
    // Two sums that do not wait for each other: half the time of one.
    long hash = SEED;
    long places = SEED;
    while (chunk != null) {
      short[] methods = (short[]) chunk[METHODS];
      int[] indexes = (int[]) chunk[BYTE_CODE_INDEXES];
      Object[] mirrors = (Object[]) chunk[MIRRORS];
      for (int i = 0; i < mirrors.length && mirrors[i] != null; i++) {
        long type = System.identityHashCode(mirrors[i]);
        hash = Long.rotateLeft((hash ^ (type << 16 | methods[i] & 0xffffL)) * FACTOR_A, 31);
        places = Long.rotateLeft((places ^ indexes[i]) * FACTOR_B, 31);
      }
      chunk = (Object[]) chunk[NEXT];
    }
    hash = (hash ^ Long.rotateLeft(places, 17)) * FACTOR_B;
    return (hash ^ hash >>> 32) * FACTOR_A;
  }

  /** The field's offset, or -1 on a VM whose Throwable has no such field. */
  private static long findField() {
    try {
      return UNSAFE.objectFieldOffset(Throwable.class, "backtrace");
    } catch (InternalError e) {
      return -1;
    }
  }

  private static int findNext() {
    if (FIELD < 0) {
      return -1;
    }
    try {
      return findNext(probe(PROBED_DEPTH));
    } catch (RuntimeException | LinkageError e) {
      return -1;
    }
  }

  private static int findNext(Throwable deep) {
    if (!(UNSAFE.getReference(deep, FIELD) instanceof Object[] chunk) || !isChunk(chunk)) {
      return -1;
    }
    int next = -1;
    for (int i = MIRRORS + 1; i < chunk.length; i++) {
      if (chunk[i] instanceof Object[] candidate && isChunk(candidate)) {
        next = next < 0 ? i : -2;
      }
    }
    return next >= 0 && depth(chunk, next) >= PROBED_DEPTH ? next : -1;
  }

  private static boolean isChunk(Object[] candidate) {
    return candidate.length > MIRRORS + 1
        && candidate[METHODS] instanceof short[] methods
        && candidate[BYTE_CODE_INDEXES] instanceof int[] indexes
        && candidate[MIRRORS] instanceof Object[] mirrors
        && methods.length == mirrors.length
        && indexes.length == mirrors.length
        && mirrors.length > 0
        && (mirrors[0] instanceof Class<?>);
  }

  private static int depth(Object[] first, int next) {
    int depth = 0;
    for (Object[] chunk = first; chunk != null; chunk = (Object[]) chunk[next]) {
      for (Object mirror : (Object[]) chunk[MIRRORS]) {
        depth += mirror == null ? 0 : 1;
      }
    }
    return depth;
  }

  private static Throwable probe(int depth) {
    return depth == 0 ? blank().fillInStackTrace() : probe(depth - 1);
  }
}
