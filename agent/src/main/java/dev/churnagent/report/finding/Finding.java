package dev.churnagent.report.finding;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report.LimitResult;

/**
 * One judged limit on one subject, with what the formats need to tell of it.
 *
 * @param kind of which limit; never null
 * @param result the limit, its subject, measure and verdict
 * @param place where in the code, if it is violated; null if unknown
 * @param name subject without line numbers, and unique together with the limit
 * @param fingerprint the same for the same finding in every run, whatever its line and its measure;
 *     unique within an {@link Outcome}
 */
public record Finding(
    FindingKind kind, LimitResult result, Place place, String name, String fingerprint) {

  /** Whether the limit is violated. */
  public boolean isViolated() {
    return LimitResults.FAIL.equals(result.verdict());
  }

  /** One sentence: subject, measure, allowance, the limit as written, and the detail if any. */
  public String message() {
    StringBuilder text = new StringBuilder(result.subject());
    text.append(": ").append(LimitResults.compared(result));
    text.append("  [").append(result.limit()).append(']');
    if (result.detail() != null) {
      text.append("; ").append(result.detail());
    }
    return text.toString();
  }
}
