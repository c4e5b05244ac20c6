package dev.churnagent.analysis;

/** Looks for numbers in names without regular expressions, which are slow in a cold JVM. */
final class Digits {
  private Digits() {}

  /** Whether there is at least one character from {@code start} to {@code end}, all digits. */
  static boolean areAll(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  /** The text without a last {@code $} and number ({@code run$12} gives {@code run}). */
  static String withoutNumber(String text) {
    int dollar = text.lastIndexOf('$');
    return dollar > 0 && areAll(text, dollar + 1, text.length()) ? text.substring(0, dollar) : text;
  }

  /** Whether a part looks like the hash in a serialisable lambda's name: 6 to 8 hex characters. */
  static boolean isHash(String text, int start, int end) {
    boolean digit = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      digit |= isDigit(c);
      if (!isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return digit && end - start >= 6 && end - start <= 8;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
