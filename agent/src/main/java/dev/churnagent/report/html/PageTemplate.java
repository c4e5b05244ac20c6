package dev.churnagent.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code page.html} with its style sheets and scripts, which are files of their own while the page
 * is designed, put in their places.
 */
final class PageTemplate {
  private static final String STYLE = "<link rel=\"stylesheet\" href=\"";
  private static final String STYLE_END = "\">";
  private static final String SCRIPT = "<script src=\"";
  private static final String SCRIPT_END = "\"></script>";

  /** Writes what belongs into a place of the page. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private final OutputStream out;

  PageTemplate(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the page.
   *
   * @param summary for readers without JavaScript; must write HTML
   * @param data must write text without any {@code <}
   * @param stacks the same; written after {@code data}
   * @throws IOException if the stream fails, or a part of the page is missing in the jar
   */
  void write(Content summary, Content data, Content stacks) throws IOException {
    String page = resource("page.html");
    int at = 0;
    while (at < page.length()) {
      int end = page.indexOf('\n', at) + 1;
      end = end == 0 ? page.length() : end;
      line(page.substring(at, end), summary, data, stacks);
      at = end;
    }
  }

  private void line(String line, Content summary, Content data, Content stacks) throws IOException {
    if (line.startsWith(STYLE)) {
      inline("<style>", name(line, STYLE, STYLE_END), "</style>\n");
    } else if (line.startsWith(SCRIPT)) {
      inline("<script>", name(line, SCRIPT, SCRIPT_END), "</script>\n");
    } else if (!fill(line, "id=\"churn-summary\">", summary)
        && !fill(line, "id=\"churn-data\">", data)
        && !fill(line, "id=\"churn-stacks\">", stacks)) {
      text(line);
    }
  }

  private static String name(String line, String before, String after) {
    return line.substring(before.length(), line.indexOf(after, before.length()));
  }

  private void inline(String before, String name, String after) throws IOException {
    text(before);
    text(resource(name));
    text(after);
  }

  private boolean fill(String line, String place, Content content) throws IOException {
    int at = line.indexOf(place);
    if (at < 0) {
      return false;
    }
    text(line.substring(0, at + place.length()));
    content.write(out);
    text(line.substring(at + place.length()));
    return true;
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  static String resource(String name) throws IOException {
    try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the jar has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
