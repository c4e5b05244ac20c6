package dev.churnagent.report.html;

import dev.churnagent.report.Report;
import dev.churnagent.report.diff.Diff;
import dev.churnagent.report.text.TextReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@code report.html}. */
public final class HtmlReportWriter {
  private HtmlReportWriter() {}

  /**
   * Writes the page of one report; does not close the stream.
   *
   * @throws IOException if the stream fails, or the jar lacks a part of the page
   */
  public static void write(Report report, OutputStream out) throws IOException {
    write(report, new PageData(report, null, null), out);
  }

  /**
   * Writes the page of a run beside an earlier one; does not close the stream.
   *
   * @param diff what {@code after} has changed
   * @throws IOException if the stream fails, or the jar lacks a part of the page
   */
  public static void writeComparison(Report before, Report after, Diff diff, OutputStream out)
      throws IOException {
    write(after, new PageData(after, before, diff), out);
  }

  private static void write(Report report, PageData data, OutputStream out) throws IOException {
    new PageTemplate(out).write(summary(report), data, data.stacks());
    out.flush();
  }

  private static PageTemplate.Content summary(Report report) {
    return new PageTemplate.Content() {
      @Override
      public void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        TextReportWriter.write(report, text);
        out.write(escaped(text).getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static String escaped(CharSequence text) {
    StringBuilder html = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
