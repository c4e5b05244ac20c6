package dev.churnagent.report.text;

import java.util.ArrayList;
import java.util.List;

/** Collects lines of at most 100 ASCII characters, however long or foreign the names in them. */
final class Lines {
  static final int COLUMNS = 100;
  private static final String CUT = "...";

  private final List<String> lines = new ArrayList<>();

  /** Adds one line; what does not fit is cut off at its end. */
  void add(String text) {
    lines.add(cutEnd(ascii(text), COLUMNS));
  }

  /** Adds a line that ends with a name whose last part tells most: it is cut at its start. */
  void addNamed(String label, String name) {
    lines.add(cutEnd(label, COLUMNS) + cutStart(ascii(name), COLUMNS - label.length()));
  }

  /** Adds a sentence over as many lines as it needs, but at most two. */
  void addWrapped(String first, String indent, String sentence) {
    String text = first + ascii(sentence);
    if (text.length() <= COLUMNS) {
      lines.add(text);
      return;
    }
    int space = text.lastIndexOf(' ', COLUMNS);
    int end = space > first.length() ? space : COLUMNS;
    lines.add(text.substring(0, end));
    lines.add(cutEnd(indent + text.substring(end).trim(), COLUMNS));
  }

  void addBlank() {
    lines.add("");
  }

  int size() {
    return lines.size();
  }

  List<String> all() {
    return lines;
  }

  private static String cutEnd(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
  }

  private static String cutStart(String text, int width) {
    return text.length() <= width
        ? text
        : CUT + text.substring(text.length() - width + CUT.length());
  }

  private static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(text);
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c < ' ' || c > '~') {
        ascii.setCharAt(i, '?');
      }
    }
    return ascii.toString();
  }
}
