package dev.churnagent.instrument.method;

/**
 * The constant pool of a class file: where its entries are, and what is behind it. Reads no more
 * than is asked for. A malformed file ends in an {@link IndexOutOfBoundsException} or {@link
 * IllegalArgumentException}.
 */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;
  private static final int COUNT_OFFSET = 8;

  private final byte[] file;
  private final int[] offsets;
  private final int end;

  /** Finds the entries. */
  ConstantPool(byte[] file) {
    this.file = file;
    offsets = new int[count(file)];
    int offset = COUNT_OFFSET + 2;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offset;
      i += numbers(file, offset) - 1;
      offset += size(file, offset);
    }
    end = offset;
  }

  /** How many numbers entries have, 0 included. */
  static int count(byte[] file) {
    return unsignedShort(file, COUNT_OFFSET);
  }

  /** How many numbers the entry at that place takes: a long or a double takes two. */
  static int numbers(byte[] file, int offset) {
    return file[offset] == LONG || file[offset] == DOUBLE ? 2 : 1;
  }

  /** The size of the entry at that place, in bytes. */
  static int size(byte[] file, int offset) {
    switch (file[offset]) {
      case UTF8:
        return 3 + unsignedShort(file, offset + 1);
      case LONG:
      case DOUBLE:
        return 9;
      case CLASS:
      case STRING:
      case METHOD_TYPE:
      case MODULE:
      case PACKAGE:
        return 3;
      case METHOD_HANDLE:
        return 4;
      case INTEGER:
      case FLOAT:
      case FIELD:
      case METHOD:
      case INTERFACE_METHOD:
      case NAME_AND_TYPE:
      case DYNAMIC:
      case INVOKE_DYNAMIC:
        return 5;
      default:
        throw new IllegalArgumentException("no constant: " + file[offset]);
    }
  }

  static boolean isText(byte[] file, int offset) {
    return file[offset] == UTF8;
  }

  /** Where the first entry begins. */
  static int start() {
    return COUNT_OFFSET + 2;
  }

  /** Where the pool ends and the class begins. */
  int end() {
    return end;
  }

  /** The internal name of a class entry; null for entry 0. */
  String className(int index) {
    return index == 0 ? null : text(unsignedShort(file, offsets[index] + 1));
  }

  /** A text entry. */
  String text(int index) {
    int offset = offsets[index];
    if (file[offset] != UTF8) {
      throw new IllegalArgumentException("no text: " + index);
    }
    int length = unsignedShort(file, offset + 1);
    char[] decoded = new char[length];
    int chars = 0;
    for (int i = offset + 3; i < offset + 3 + length; ) {
      int b = file[i++];
      if (b >= 0) {
        decoded[chars++] = (char) b;
      } else if ((b & 0xe0) == 0xc0) {
        decoded[chars++] = (char) ((b & 0x1f) << 6 | file[i++] & 0x3f);
      } else {
        decoded[chars++] = (char) ((b & 0xf) << 12 | (file[i++] & 0x3f) << 6 | file[i++] & 0x3f);
      }
    }
    return new String(decoded, 0, chars);
  }

  /** Whether a text entry is these ASCII characters. */
  boolean is(int index, String ascii) {
    int offset = offsets[index];
    return unsignedShort(file, offset + 1) == ascii.length() && startsWith(file, offset + 3, ascii);
  }

  /**
   * Finds an attribute.
   *
   * @param attributes where their number is, and they begin
   * @return place of its content, or 0
   */
  int attribute(int attributes, String name) {
    int at = attributes + 2;
    for (int i = unsignedShort(file, attributes); i > 0; i--) {
      if (is(unsignedShort(file, at), name)) {
        return at + 6;
      }
      at += 6 + integer(file, at + 2);
    }
    return 0;
  }

  static boolean startsWith(byte[] file, int offset, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (file[offset + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static int unsignedShort(byte[] file, int offset) {
    return (file[offset] & 0xff) << 8 | file[offset + 1] & 0xff;
  }

  static int integer(byte[] file, int offset) {
    return unsignedShort(file, offset) << 16 | unsignedShort(file, offset + 2);
  }
}
