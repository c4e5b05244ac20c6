package dev.churnagent.values;

import jdk.internal.misc.Unsafe;

/** One instance field of a class: where it is, and how to read it. Holds no class. */
final class ValueField {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  final String name;

  /** Whether its declared type is a simple one, so that it is read in every kind of object. */
  final boolean simple;

  /** First letter of the descriptor; {@code L} for every reference. */
  private final char type;

  private final long offset;

  ValueField(String name, char type, long offset, boolean simple) {
    this.name = name;
    this.type = type;
    this.offset = offset;
    this.simple = simple;
  }

  boolean isReference() {
    return type == 'L';
  }

  Object reference(Object holder) {
    return UNSAFE.getReference(holder, offset);
  }

  /** The bits of a primitive. */
  long bits(Object holder) {
    return switch (type) {
      case 'Z', 'B' -> UNSAFE.getByte(holder, offset);
      case 'C' -> UNSAFE.getChar(holder, offset);
      case 'S' -> UNSAFE.getShort(holder, offset);
      case 'I', 'F' -> UNSAFE.getInt(holder, offset);
      default -> UNSAFE.getLong(holder, offset);
    };
  }

  /** Adds a primitive as Java writes it. */
  void appendTo(StringBuilder text, Object holder) {
    switch (type) {
      case 'Z' -> text.append(UNSAFE.getByte(holder, offset) != 0);
      case 'C' -> text.append(UNSAFE.getChar(holder, offset));
      case 'F' -> text.append(UNSAFE.getFloat(holder, offset));
      case 'D' -> text.append(UNSAFE.getDouble(holder, offset));
      default -> text.append(bits(holder));
    }
  }
}
