package dev.churnagent.report.markdown;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.finding.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a verdict for people who read a build: what was not measured, the verdict, the violated
 * limits, the worst redundant chains and the call sites that open most. Its length is bounded,
 * whatever a report holds.
 */
public final class MarkdownWriter {
  /** The file's name where nobody gave another. */
  public static final String FILE = "report.md";

  private static final int INCOMPLETE = 10;
  private static final int VIOLATED = 50;
  private static final int REPORTS = 5;

  private MarkdownWriter() {}

  /**
   * Writes the whole file; does not close the stream.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Outcome outcome, OutputStream out) throws IOException {
    out.write(text(outcome).getBytes(StandardCharsets.UTF_8));
  }

  /** The text, less than 400 KB of it. */
  public static String text(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    title(text, outcome);
    violated(text, outcome);
    List<Report> reports = outcome.reports();
    int shown = Math.min(REPORTS, reports.size());
    for (Report report : reports.subList(0, shown)) {
      ReportSections.add(text, report, reports.size() > 1);
    }
    more(text, reports.size() - shown, "report");
    return text.toString();
  }

  /** Only what was not measured and the verdict, for where there is no room for more. */
  public static String brief(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    title(text, outcome);
    return text.toString();
  }

  private static void title(StringBuilder text, Outcome outcome) {
    text.append("## churn-agent\n\n");
    if (!outcome.isMeasured()) {
      text.append("**Not everything was measured:**\n\n");
      int shown = Math.min(INCOMPLETE, outcome.incomplete().size());
      for (String what : outcome.incomplete().subList(0, shown)) {
        text.append("- ").append(MarkdownText.plain(what)).append('\n');
      }
      text.append('\n');
      more(text, outcome.incomplete().size() - shown, "line");
    }
    text.append("**").append(MarkdownText.plain(outcome.sentence())).append("**\n\n");
  }

  private static void violated(StringBuilder text, Outcome outcome) {
    List<Finding> violated = outcome.violated();
    if (violated.isEmpty()) {
      return;
    }
    text.append("| Violated limit | Subject | Measured | Where |\n");
    text.append("| --- | --- | --- | --- |\n");
    int shown = Math.min(VIOLATED, violated.size());
    for (Finding finding : violated.subList(0, shown)) {
      String detail = finding.result().detail();
      text.append("| ").append(MarkdownText.code(finding.result().limit()));
      text.append(" | ").append(MarkdownText.code(finding.result().subject()));
      text.append(" | ").append(MarkdownText.plain(LimitResults.compared(finding.result())));
      if (detail != null) {
        text.append("<br>").append(MarkdownText.plain(detail));
      }
      text.append(" | ").append(where(finding.place())).append(" |\n");
    }
    text.append('\n');
    more(text, violated.size() - shown, "violated limit");
  }

  private static String where(Place place) {
    if (place == null) {
      return "";
    }
    String path = place.pathOrName();
    return MarkdownText.code(place.line() == null ? path : path + ":" + place.line());
  }

  static void more(StringBuilder text, int left, String noun) {
    if (left > 0) {
      text.append("And ").append(Numbers.count(left, "more ".concat(noun))).append(".\n\n");
    }
  }
}
