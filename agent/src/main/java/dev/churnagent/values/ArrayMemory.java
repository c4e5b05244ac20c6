package dev.churnagent.values;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** Where the elements of primitive arrays are. */
final class ArrayMemory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Of {@code byte[]}. */
  static final long BYTES = base("BYTE");

  /** Of {@code long[]}. */
  static final long LONGS = base("LONG");

  private static final long BOOLEANS = base("BOOLEAN");
  private static final long CHARS = base("CHAR");
  private static final long SHORTS = base("SHORT");
  private static final long INTS = base("INT");
  private static final long FLOATS = base("FLOAT");
  private static final long DOUBLES = base("DOUBLE");

  private ArrayMemory() {}

  /** Offset of a primitive array's first element. */
  static long base(Object array) {
    return switch (letter(array)) {
      case 'B' -> BYTES;
      case 'Z' -> BOOLEANS;
      case 'C' -> CHARS;
      case 'S' -> SHORTS;
      case 'I' -> INTS;
      case 'F' -> FLOATS;
      case 'D' -> DOUBLES;
      default -> LONGS;
    };
  }

  /** Bytes of one element. */
  static int scale(Object array) {
    return switch (letter(array)) {
      case 'B', 'Z' -> 1;
      case 'C', 'S' -> 2;
      case 'I', 'F' -> 4;
      default -> 8;
    };
  }

  private static char letter(Object array) {
    return array.getClass().getName().charAt(1);
  }

  /**
   * From the constant by its name: it is an {@code int} up to JDK 24 and a {@code long} since, and
   * so is what {@code arrayBaseOffset} returns, so that no class file can name either for both.
   */
  private static long base(String type) {
    try {
      Field constant = Unsafe.class.getDeclaredField("ARRAY_" + type + "_BASE_OFFSET");
      Object holder = UNSAFE.staticFieldBase(constant);
      long offset = UNSAFE.staticFieldOffset(constant);
      return constant.getType() == int.class
          ? UNSAFE.getInt(holder, offset)
          : UNSAFE.getLong(holder, offset);
    } catch (NoSuchFieldException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
