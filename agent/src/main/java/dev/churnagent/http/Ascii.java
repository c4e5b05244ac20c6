package dev.churnagent.http;

/** Small questions about ranges of bytes that hold ASCII. */
final class Ascii {
  private Ascii() {}

  static byte lower(byte value) {
    return value >= 'A' && value <= 'Z' ? (byte) (value + 32) : value;
  }

  static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(int value) {
    if (isDigit(value)) {
      return value - '0';
    }
    int letter = value | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  static boolean isBlank(int value) {
    return value == ' ' || value == '\t';
  }

  /** Whether the range is this word, which is given in lower case. */
  static boolean equalsIgnoreCase(byte[] bytes, int from, int to, String word) {
    return to - from == word.length() && startsWithIgnoreCase(bytes, from, to, word);
  }

  static boolean startsWithIgnoreCase(byte[] bytes, int from, int to, String word) {
    if (to - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(bytes[from + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first place of a byte in the range, or its end. */
  static int find(byte[] bytes, int from, int to, char wanted) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
