package dev.churnagent.report.github;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.FindingKind;
import dev.churnagent.report.finding.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotations as lines that the runner of GitHub Actions understands: first that not everything was
 * measured, then violated limits, the worst first. GitHub shows ten of a level for each step and
 * drops the others, so where there are more the tenth says how many.
 */
public final class GithubAnnotations {
  /** What GitHub shows of one level for each step. */
  static final int MOST = 10;

  private GithubAnnotations() {}

  /**
   * The lines, without line ends; at most {@value #MOST}.
   *
   * @param folder the project's root below the repository's, ended by a slash; empty if it is that
   */
  public static List<String> of(Outcome outcome, String folder) {
    List<String> lines = new ArrayList<>();
    if (!outcome.isMeasured()) {
      String text = "Not everything was measured: " + String.join("; ", outcome.incomplete());
      lines.add(error(null, 0, FindingKind.INCOMPLETE, text));
    }
    List<Finding> violated = outcome.violated();
    int room = MOST - lines.size();
    int shown = violated.size() <= room ? violated.size() : room - 1;
    for (Finding finding : violated.subList(0, shown)) {
      String path = finding.place() == null ? null : finding.place().path();
      lines.add(
          error(
              path == null ? null : folder + path,
              Outcome.lineOf(finding),
              finding.kind(),
              finding.message()));
    }
    if (shown < violated.size()) {
      lines.add(
          "::error title=churn-agent::"
              + Numbers.count(violated.size() - shown, "more violated limit")
              + "; GitHub shows at most "
              + MOST
              + " annotations of a step");
    }
    return lines;
  }

  private static String error(String file, int line, FindingKind kind, String message) {
    StringBuilder text = new StringBuilder("::error ");
    if (file != null) {
      text.append("file=");
      escape(text, file, true);
      text.append(",line=").append(line).append(',');
    }
    text.append("title=churn-agent ").append(kind.id()).append("::");
    escape(text, message, false);
    return text.toString();
  }

  private static void escape(StringBuilder text, String value, boolean isProperty) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '%' -> text.append("%25");
        case '\r' -> text.append("%0D");
        case '\n' -> text.append("%0A");
        case ':' -> text.append(isProperty ? "%3A" : ":");
        case ',' -> text.append(isProperty ? "%2C" : ",");
        default -> text.append(c);
      }
    }
  }
}
