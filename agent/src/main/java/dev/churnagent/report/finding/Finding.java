package dev.churnagent.report.finding;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report.LimitResult;

/**
 * One judged limit on one subject, with what the formats need to tell of it.
 *
 * @param kind of which limit; never null
 * @param result the limit, its subject, measure and verdict
 * @param place where in the code, if it is violated; null if unknown
 * @param advice what to do at that place, in sentences; null if the report has no words for it
 * @param name subject without line numbers, and unique together with the limit
 * @param fingerprint the same for the same finding in every run, whatever its line and its measure;
 *     unique within an {@link Outcome}
 */
public record Finding(
    FindingKind kind,
    LimitResult result,
    Place place,
    String advice,
    String name,
    String fingerprint) {

  /** Whether the limit is violated. */
  public boolean isViolated() {
    return LimitResults.FAIL.equals(result.verdict());
  }

  /** Subject, measure, allowance, the limit as written, then detail and advice if there are any. */
  public String message() {
    StringBuilder text = new StringBuilder(result.subject());
    text.append(": ").append(LimitResults.compared(result));
    text.append("  [").append(result.limit()).append(']');
    if (result.detail() != null) {
      text.append("; ").append(result.detail());
    }
    if (advice != null) {
      text.append(". ").append(advice);
    }
    return text.toString();
  }
}
