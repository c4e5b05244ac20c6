package dev.churnagent.report;

import dev.churnagent.analysis.LimitMeasurement;
import dev.churnagent.config.Limit;
import dev.churnagent.report.Report.LimitResult;
import java.util.ArrayList;
import java.util.List;

/** Turns what limits measured into the report's lines and verdict. */
public final class LimitResults {
  /** Verdict of a limit that holds, or of a report whose limits all hold. */
  public static final String PASS = "pass";

  /** Verdict of a limit that is violated, or of a report with such a limit. */
  public static final String FAIL = "fail";

  /** Verdict of a report without limits. */
  public static final String NONE = "none";

  /** Subject of a limit that no site matches. */
  public static final String WHOLE_RUN = "run";

  private LimitResults() {}

  /** One line for each measurement, in the same order. */
  public static List<LimitResult> of(List<LimitMeasurement> measurements) {
    List<LimitResult> results = new ArrayList<>(measurements.size());
    for (LimitMeasurement measurement : measurements) {
      String subject = measurement.site() == null ? WHOLE_RUN : measurement.site().describe();
      results.add(of(measurement.limit(), subject, measurement.measured()));
    }
    return results;
  }

  /** One judged line. */
  public static LimitResult of(Limit limit, String subject, double measured) {
    String verdict = LimitMeasurement.exceeds(measured, limit.allowed()) ? FAIL : PASS;
    return new LimitResult(
        limit.text(), subject, measured, limit.allowed(), limit.kind().unit(), verdict);
  }

  /** The verdict of a whole report. */
  public static String verdict(List<LimitResult> results) {
    for (LimitResult result : results) {
      if (result.verdict().equals(FAIL)) {
        return FAIL;
      }
    }
    return results.isEmpty() ? NONE : PASS;
  }

  /** Only the violated ones. */
  public static List<LimitResult> violated(List<LimitResult> results) {
    List<LimitResult> violated = new ArrayList<>();
    for (LimitResult result : results) {
      if (result.verdict().equals(FAIL)) {
        violated.add(result);
      }
    }
    return violated;
  }

  /**
   * What was measured and what is allowed, e.g. {@code 12.4 connections/s, allowed 5}; rounded so
   * that the two never look equal when one exceeds the other.
   */
  public static String compared(LimitResult result) {
    if (result.measured() == null) {
      return "not measured, allowed " + Numbers.decimal(result.allowed(), 2);
    }
    double measured = result.measured();
    int decimals = Numbers.decimalsToTellApart(measured, result.allowed(), 2);
    return Numbers.decimal(measured, decimals)
        + " "
        + result.unit()
        + ", allowed "
        + Numbers.decimal(result.allowed(), decimals);
  }
}
