package dev.churnagent.values;

/** Makes any characters fit for one line of a report. */
final class TextEscape {
  private TextEscape() {}

  static void quoted(StringBuilder text, String value, int maxLength) {
    text.append('"');
    plain(text, value, maxLength);
    text.append('"');
  }

  static void plain(StringBuilder text, String value, int maxLength) {
    int end = Math.min(value.length(), maxLength);
    for (int i = 0; i < end; i++) {
      append(text, value.charAt(i));
    }
    if (end < value.length()) {
      text.append('…');
    }
  }

  private static void append(StringBuilder text, char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (Character.isISOControl(c) || Character.isSurrogate(c) || isFormat(c)) {
          text.append("\\u").append(hex(c >> 8)).append(hex(c & 0xff));
        } else {
          text.append(c);
        }
      }
    }
  }

  /** Invisible, or turns the direction of what follows, or ends the line. */
  private static boolean isFormat(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String hex(int number) {
    String digits = Integer.toHexString(number);
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
