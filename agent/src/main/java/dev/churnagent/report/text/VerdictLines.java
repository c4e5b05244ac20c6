package dev.churnagent.report.text;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.util.List;

/** The verdict, the first violated limits, and those that could not be judged. */
final class VerdictLines {
  private static final int UNKNOWN = 2;

  private VerdictLines() {}

  /** Adds the verdict and at most so many of what it rests on. */
  static void add(Lines lines, Report report, int most) {
    List<LimitResult> violated = LimitResults.violated(report.limits());
    List<LimitResult> unknown = LimitResults.unknown(report.limits());
    List<LimitResult> accepted = LimitResults.accepted(report.limits());
    lines.add(
        "Verdict: "
            + verdict(report.limits().size(), violated.size(), unknown.size(), accepted.size()));
    int shown = Math.min(most, violated.size());
    for (LimitResult result : violated.subList(0, shown)) {
      lines.addNamed("  x ", result.subject());
      lines.add("      " + LimitResults.compared(result) + "  [" + result.limit() + "]");
      if (result.detail() != null) {
        lines.add("      " + result.detail());
      }
    }
    if (shown < violated.size()) {
      lines.add("  x and " + (violated.size() - shown) + " more");
    }
    addAccepted(lines, accepted, most - shown);
    boolean isOneRun = report.run() == null || report.run().mergedRuns() == 1;
    String why = isOneRun ? "no fetches were recorded" : "not every run recorded fetches";
    for (LimitResult result : unknown.subList(0, Math.min(UNKNOWN, unknown.size()))) {
      lines.add("  ? " + why + "  [" + result.limit() + "]");
    }
  }

  private static void addAccepted(Lines lines, List<LimitResult> accepted, int most) {
    int shown = Math.min(most, accepted.size());
    for (LimitResult result : accepted.subList(0, shown)) {
      lines.addNamed("  = accepted: ", result.subject());
      lines.add("      " + LimitResults.compared(result) + "  [" + result.limit() + "]");
    }
    if (shown > 0 && shown < accepted.size()) {
      lines.add("  = and " + (accepted.size() - shown) + " more accepted");
    }
  }

  private static String verdict(int all, int violated, int unknown, int accepted) {
    if (all == 0) {
      return "none (no limits were set)";
    }
    if (violated > 0) {
      String others = accepted > 0 ? ", " + accepted + " accepted" : "";
      return "FAIL, " + violated + " of " + Numbers.count(all, "check") + " failed" + others;
    }
    return unknown > 0
        ? "UNKNOWN, " + unknown + " of " + Numbers.count(all, "check") + " could not be judged"
        : accepted == 0
            ? "PASS, " + Numbers.count(all, "check") + " held"
            : "PASS, "
                + (all - accepted)
                + " of "
                + Numbers.count(all, "check")
                + " held, "
                + accepted
                + " accepted";
  }
}
