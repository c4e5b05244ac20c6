package dev.churnagent.report;

import dev.churnagent.analysis.LimitMeasurement;
import dev.churnagent.config.Limit;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges limits on fetches by a report's own rows, so a report that was read back is judged as its
 * journal would be. Chains that the user accepts count in none. Where a run recorded no fetches, no
 * such limit passes.
 */
public final class FetchLimits {
  private final boolean isWhole;
  private final List<Request> requests;
  private final List<Chain> chains;

  /**
   * Creates the judge of one report.
   *
   * @param run may be null
   * @param requests null if no run recorded fetches
   * @param chains null if no run recorded fetches
   */
  public FetchLimits(Report.Run run, List<Request> requests, List<Chain> chains) {
    this.isWhole = run != null && run.runsWithoutFetches() == 0;
    this.requests = requests;
    this.chains = chains;
  }

  /** The lines of one limit on fetches; at least one. */
  public List<LimitResult> judge(Limit limit) {
    if (requests == null || chains == null) {
      return List.of(
          new LimitResult(
              limit.text(),
              LimitResults.WHOLE_RUN,
              null,
              limit.allowed(),
              limit.kind().unit(),
              null));
    }
    return limit.kind() == Limit.Kind.MAX_REDUNDANT_CALLS
        ? List.of(result(limit, LimitResults.WHOLE_RUN, redundantCalls()))
        : duplicates(limit);
  }

  private long redundantCalls() {
    long calls = 0;
    for (Chain chain : chains) {
      calls += chain.isRedundant() ? chain.avoidableCalls() : 0;
    }
    return calls;
  }

  private List<LimitResult> duplicates(Limit limit) {
    List<LimitResult> results = new ArrayList<>();
    for (Request request : requests) {
      boolean isHeld = limit.request() == null || limit.request().matches(request.target());
      long calls = isHeld ? request.avoidableCalls() - acceptedCalls(request.id()) : 0;
      if (calls > 0) {
        results.add(result(limit, request.describe(), calls));
      }
    }
    if (results.isEmpty()) {
      results.add(result(limit, LimitResults.WHOLE_RUN, 0));
    }
    return results;
  }

  private long acceptedCalls(String requestId) {
    long calls = 0;
    for (Chain chain : chains) {
      boolean isAccepted = chain.ignored() != null && chain.request().equals(requestId);
      calls += isAccepted ? chain.avoidableCalls() : 0;
    }
    return calls;
  }

  /** What is too much already is known to be; what is not may only not have been recorded. */
  private LimitResult result(Limit limit, String subject, long measured) {
    LimitResult result = LimitResults.of(limit, subject, measured);
    if (isWhole || LimitMeasurement.exceeds(measured, limit.allowed())) {
      return result;
    }
    return new LimitResult(
        result.limit(), subject, result.measured(), result.allowed(), result.unit(), null);
  }
}
