package dev.churnagent.report;

import dev.churnagent.report.Report.LimitResult;
import java.util.ArrayList;
import java.util.List;

/** Says what a report does not know; the same words in every format and on the command line. */
public final class Unmeasured {
  private Unmeasured() {}

  /** What was not measured, one line each; empty if all was. */
  public static List<String> of(Report report) {
    Report.Run run = report.run();
    if (run == null) {
      return List.of("there is no recording");
    }
    List<String> missing = new ArrayList<>(run.degraded());
    if (run.lostEvents() > 0) {
      missing.add("run " + run.id() + " lost " + run.lostEvents() + " events");
    }
    for (LimitResult result : LimitResults.unknown(report.limits())) {
      missing.add("'" + result.limit() + "' can't be judged: " + withoutFetches(run));
    }
    return missing;
  }

  /** Why a limit could not be judged. */
  public static String withoutFetches(Report.Run run) {
    String who =
        run.mergedRuns() == 1
            ? "no fetches were recorded"
            : run.runsWithoutFetches() + " of " + run.mergedRuns() + " runs recorded no fetches";
    return who + " (http=false without watch, or a journal of an older version)";
  }
}
