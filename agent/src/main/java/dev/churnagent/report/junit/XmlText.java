package dev.churnagent.report.junit;

/** Writes elements; the one place where text is made fit for XML 1.0. */
final class XmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  /** Begins a tag: {@code <name}. */
  XmlText open(int depth, String name) {
    indent(depth).append('<').append(name);
    return this;
  }

  /** Adds an attribute to the tag that was begun; a null value is left out. */
  XmlText attribute(String name, String value) {
    if (value != null) {
      text.append(' ').append(name).append("=\"");
      escape(value, true);
      text.append('"');
    }
    return this;
  }

  /** Ends the tag that was begun; elements follow. */
  void elements() {
    text.append(">\n");
  }

  /** Ends the tag that was begun, without content. */
  void empty() {
    text.append("/>\n");
  }

  /** Ends the tag that was begun, with text in it. */
  void content(String name, String value) {
    text.append('>');
    escape(value, false);
    text.append("</").append(name).append(">\n");
  }

  /** Ends an element that has elements. */
  void close(int depth, String name) {
    indent(depth).append("</").append(name).append(">\n");
  }

  private StringBuilder indent(int depth) {
    for (int i = 0; i < depth; i++) {
      text.append("  ");
    }
    return text;
  }

  private void escape(String value, boolean isAttribute) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        text.append(c).append(value.charAt(++i));
        continue;
      }
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        // Only "]]>" must not stand in text, but nobody misses the others.
        case '>' -> text.append("&gt;");
        case '"' -> text.append(isAttribute ? "&quot;" : "\"");
        case '\r' -> text.append("&#13;");
        // Parsers make blanks of these in attributes.
        case '\n' -> text.append(isAttribute ? "&#10;" : "\n");
        case '\t' -> text.append(isAttribute ? "&#9;" : "\t");
        default -> text.append(isLegal(c) ? c : REPLACEMENT);
      }
    }
  }

  /** Of characters that are not the first or second half of a pair, and no line end or tab. */
  private static boolean isLegal(char c) {
    return c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
