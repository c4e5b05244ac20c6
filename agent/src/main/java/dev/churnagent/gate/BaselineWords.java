package dev.churnagent.gate;

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

  /** A line for each entry that nothing violates any more. */
  static List<String> unneeded(Baseline baseline, List<BaselineEntry> entries) {
    List<String> lines = new ArrayList<>();
    for (BaselineEntry entry : entries) {
      lines.add(baseline.shown() + ": no longer needed: " + entry.describe());
    }
    return lines;
  }
}
