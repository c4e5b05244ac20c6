package dev.churnagent.report;

import dev.churnagent.analysis.LimitMeasurement;
import dev.churnagent.config.Limit;
import dev.churnagent.report.Report.LimitResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Turns what limits measured into the report's lines and verdict. */
public final class LimitResults {
  /** Verdict of a limit that holds, or of a report whose limits all hold. */
  public static final String PASS = "pass";

  /** Verdict of a limit that is violated, or of a report with such a limit. */
  public static final String FAIL = "fail";

  /** Verdict of a limit that is violated no more than a baseline accepts. */
  public static final String ACCEPTED = "accepted";

  /** Verdict of a report without limits. */
  public static final String NONE = "none";

  /** Subject of a limit on the whole run, and of one that no site or request matches. */
  public static final String WHOLE_RUN = "run";

  private LimitResults() {}

  /** An order of violated limits: those farthest beyond their allowance first. */
  public static Comparator<LimitResult> worstFirst() {
    return new Comparator<>() {
      @Override
      public int compare(LimitResult one, LimitResult other) {
        int order = Double.compare(excess(other), excess(one));
        return order != 0 ? order : Double.compare(other.measured(), one.measured());
      }
    };
  }

  private static double excess(LimitResult result) {
    return result.measured() / result.allowed();
  }

  /**
   * The judged lines of all limits, in the limits' order.
   *
   * @param measurements of the limits on connections, in the same order
   */
  static List<LimitResult> of(
      List<Limit> limits,
      List<LimitMeasurement> measurements,
      FetchLimits fetches,
      PortLimits ports) {
    List<LimitResult> results = new ArrayList<>(measurements.size());
    int next = 0;
    for (Limit limit : limits) {
      if (limit.kind().isOfFetches()) {
        results.addAll(fetches.judge(limit));
        continue;
      }
      if (limit.kind().isOfPorts()) {
        results.add(ports.judgeNext(limit));
        continue;
      }
      for (; next < measurements.size() && measurements.get(next).limit() == limit; next++) {
        LimitMeasurement measurement = measurements.get(next);
        String subject = measurement.site() == null ? WHOLE_RUN : measurement.site().describe();
        results.add(of(limit, subject, measurement.measured()));
      }
    }
    return results;
  }

  /** One judged line. */
  public static LimitResult of(Limit limit, String subject, double measured) {
    String verdict = LimitMeasurement.exceeds(measured, limit.allowed()) ? FAIL : PASS;
    return new LimitResult(
        limit.text(), subject, measured, limit.allowed(), limit.kind().unit(), verdict);
  }

  /** The verdict of a whole report; null if no limit is violated but not all could be judged. */
  public static String verdict(List<LimitResult> results) {
    if (results.isEmpty()) {
      return NONE;
    }
    return !violated(results).isEmpty() ? FAIL : unknown(results).isEmpty() ? PASS : null;
  }

  /** Only the violated ones. */
  public static List<LimitResult> violated(List<LimitResult> results) {
    return withVerdict(results, FAIL);
  }

  /** Only those whose violation is accepted. */
  public static List<LimitResult> accepted(List<LimitResult> results) {
    return withVerdict(results, ACCEPTED);
  }

  /** Only those of which it is not known whether they hold. */
  public static List<LimitResult> unknown(List<LimitResult> results) {
    return withVerdict(results, null);
  }

  private static List<LimitResult> withVerdict(List<LimitResult> results, String verdict) {
    List<LimitResult> found = new ArrayList<>();
    for (LimitResult result : results) {
      if (Objects.equals(result.verdict(), verdict)) {
        found.add(result);
      }
    }
    return found;
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
