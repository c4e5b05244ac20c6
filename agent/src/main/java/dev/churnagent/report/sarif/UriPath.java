package dev.churnagent.report.sarif;

import java.nio.charset.StandardCharsets;

/** Writes a relative path as the relative reference of RFC 3986. */
final class UriPath {
  private static final String PLAIN = "-._~/!$&'()*+,;=@";
  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

  private UriPath() {}

  /** The path with everything encoded that must not stand in it. */
  static String of(String path) {
    StringBuilder text = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean isDigit = c >= '0' && c <= '9';
      // A colon in the first part would look like a scheme, so it is encoded everywhere.
      if (isLetter || isDigit || PLAIN.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append('%').append(DIGITS[c >> 4]).append(DIGITS[c & 15]);
      }
    }
    return text.toString();
  }
}
