package dev.churnagent.http;

import java.nio.charset.StandardCharsets;

/**
 * Recognises {@code METHOD target HTTP/1.x}. The decision on a prefix never contradicts the one on
 * the whole line, so that it does not matter how the line was cut.
 */
final class RequestLine {
  enum Look {
    /** Could still become one. */
    POSSIBLE,
    /** Is one. */
    WHOLE,
    /** HTTP/2's connection preface. */
    HTTP2,
    /** Never. */
    OTHER
  }

  private static final int LONGEST_METHOD = 20;
  private static final String VERSION = "HTTP/1.";
  private static final String PREFACE = "PRI * HTTP/2.0";
  private static final String[] METHODS = {
    "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "CONNECT", "TRACE"
  };

  private RequestLine() {}

  /** Looks at the line as far as it is there; {@code whole} if it ends with the range. */
  static Look look(byte[] line, int from, int to, boolean whole) {
    int afterMethod = from;
    while (afterMethod < to && isToken(line[afterMethod])) {
      afterMethod++;
    }
    if (afterMethod - from > LONGEST_METHOD) {
      return Look.OTHER;
    }
    if (afterMethod == to) {
      return whole ? Look.OTHER : Look.POSSIBLE;
    }
    if (line[afterMethod] != ' ' || afterMethod - from < 2) {
      return Look.OTHER;
    }
    return target(line, from, afterMethod, to, whole);
  }

  private static Look target(byte[] line, int from, int afterMethod, int to, boolean whole) {
    int start = afterMethod + 1;
    if (start < to && !isTargetStart(line, from, afterMethod, line[start])) {
      return Look.OTHER;
    }
    int end = start;
    while (end < to && line[end] != ' ') {
      if (line[end] >= 0 && line[end] < ' ') {
        return Look.OTHER;
      }
      end++;
    }
    if (end == to) {
      return whole ? Look.OTHER : Look.POSSIBLE;
    }
    return version(line, from, end + 1, to, whole);
  }

  private static Look version(byte[] line, int from, int at, int to, boolean whole) {
    int matched = 0;
    while (matched < VERSION.length()
        && at + matched < to
        && line[at + matched] == VERSION.charAt(matched)) {
      matched++;
    }
    int digit = at + matched;
    if (matched < VERSION.length()) {
      return digit < to ? preface(line, from, to, whole) : whole ? Look.OTHER : Look.POSSIBLE;
    }
    if (digit < to && (!Ascii.isDigit(line[digit]) || digit + 1 < to)) {
      return Look.OTHER;
    }
    if (!whole) {
      return Look.POSSIBLE;
    }
    return digit < to ? Look.WHOLE : Look.OTHER;
  }

  private static Look preface(byte[] line, int from, int to, boolean whole) {
    if (to - from > PREFACE.length() || !matches(line, from, PREFACE.substring(0, to - from))) {
      return Look.OTHER;
    }
    if (!whole) {
      return Look.POSSIBLE;
    }
    return to - from == PREFACE.length() ? Look.HTTP2 : Look.OTHER;
  }

  /** Capital letters: every method in use, and few other protocols' commands. */
  private static boolean isToken(byte value) {
    return value >= 'A' && value <= 'Z' || value == '-' || value == '_';
  }

  private static boolean isTargetStart(byte[] line, int from, int afterMethod, byte first) {
    return first == '/'
        || first == '*'
        || (first | 0x20) == 'h'
        || method(line, from, afterMethod).equals("CONNECT");
  }

  /** The method, without a new object for the usual ones. */
  static String method(byte[] line, int from, int to) {
    for (String method : METHODS) {
      if (method.length() == to - from && matches(line, from, method)) {
        return method;
      }
    }
    return text(line, from, to);
  }

  private static boolean matches(byte[] line, int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (line[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
