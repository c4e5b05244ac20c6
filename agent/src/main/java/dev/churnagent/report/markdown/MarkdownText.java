package dev.churnagent.report.markdown;

/** Makes any text fit for a cell of a Markdown table or a line of a list. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_{}[]#|~";
  private static final int LONGEST = 400;

  private MarkdownText() {}

  /** Text as it is, whatever it holds, on one line. */
  static String plain(String text) {
    String line = oneLine(text);
    StringBuilder escaped = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        default -> {
          if (SPECIAL.indexOf(c) >= 0) {
            escaped.append('\\');
          }
          escaped.append(c);
        }
      }
    }
    return escaped.toString();
  }

  /** A name in a code span; only a back tick would end it, and a bar the cell around it. */
  static String code(String name) {
    String line = oneLine(name);
    if (line.isEmpty() || line.indexOf('`') >= 0 || line.indexOf('\\') >= 0) {
      return plain(line);
    }
    return "`" + line.replace("|", "\\|") + "`";
  }

  private static String oneLine(String text) {
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder line = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return end < text.length() ? line.append(" ...").toString() : line.toString().strip();
  }
}
