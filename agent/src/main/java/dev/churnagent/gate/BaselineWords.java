package dev.churnagent.gate;

import dev.churnagent.config.Limit;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Tolerance;
import java.util.ArrayList;
import java.util.List;

/** What a baseline has to say to people. */
final class BaselineWords {
  private BaselineWords() {}

  /** A number with as many decimals as it needs not to look like the other. */
  static String number(double number, double other) {
    return Numbers.decimal(number, Numbers.decimalsToTellApart(number, other, 2));
  }

  /** {@code (+10 %)}, or nothing if there is no tolerance. */
  static String tolerance(Tolerance tolerance) {
    return tolerance.percent() == 0 ? "" : " +" + Numbers.decimal(tolerance.percent(), 2) + " %";
  }

  /** A line for each entry whose day has passed. */
  static List<String> expired(Baseline baseline, List<BaselineEntry> entries) {
    List<String> lines = new ArrayList<>();
    for (BaselineEntry entry : entries) {
      lines.add(
          baseline.shown()
              + ": expired on "
              + entry.expires()
              + " and counts no longer: "
              + entry.describe());
    }
    return lines;
  }

  /** A line for each entry that nothing violates any more, or whose limit is none any more. */
  static List<String> unneeded(Baseline baseline, List<BaselineEntry> entries, List<Limit> limits) {
    List<String> lines = new ArrayList<>();
    for (BaselineEntry entry : entries) {
      String why = isLimit(entry.limit(), limits) ? "no longer needed: " : "no such limit is set: ";
      lines.add(baseline.shown() + ": " + why + entry.describe());
    }
    return lines;
  }

  private static boolean isLimit(String text, List<Limit> limits) {
    for (Limit limit : limits) {
      if (limit.text().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
