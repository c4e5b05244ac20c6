package dev.churnagent.gate;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Unmeasured;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from a report for scripts: an exit status, and one line for each violated limit.
 *
 * <p>Missing data is never a pass: a run that is degraded or lost events ends with {@link
 * #INCOMPLETE} even if a limit is violated, since the other limits may be too; the violations are
 * printed all the same. A run whose JVM was killed is whole as far as it went.
 */
public final class Verdicts {
  /** All limits held, or there were none. */
  public static final int HELD = 0;

  /** A limit is violated. */
  public static final int VIOLATED = 1;

  /** There is no run, or not everything was measured. */
  public static final int INCOMPLETE = 2;

  private Verdicts() {}

  /** The exit status of {@code check}: one of the constants here. */
  public static int exitStatus(Report report) {
    if (!isMeasured(report)) {
      return INCOMPLETE;
    }
    return LimitResults.FAIL.equals(report.verdict()) ? VIOLATED : HELD;
  }

  /** Whether there is a run and all of it was measured, and all that limits are about. */
  public static boolean isMeasured(Report report) {
    return missing(report).isEmpty();
  }

  /** What was not measured, one line each; empty if all was. */
  public static List<String> missing(Report report) {
    return Unmeasured.of(report);
  }

  /** One line for each violated limit: the limit, what broke it, measure and allowance. */
  public static List<String> violations(Report report) {
    List<String> lines = new ArrayList<>();
    for (LimitResult result : LimitResults.violated(report.limits())) {
      String line = result.limit() + ": " + result.subject() + ": " + LimitResults.compared(result);
      lines.add(result.detail() == null ? line : line + " (" + result.detail() + ")");
    }
    return lines;
  }
}
