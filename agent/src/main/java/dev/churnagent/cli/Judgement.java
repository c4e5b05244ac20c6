package dev.churnagent.cli;

import dev.churnagent.gate.Baselines;
import dev.churnagent.gate.Verdicts;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What the limits say of all runs together.
 *
 * @param results every limit's results, as they came
 * @param incomplete what was not measured, one line each; empty if all was
 * @param notes what is to be told of the baseline and fails nothing
 * @param status one of {@link ExitStatus}
 */
record Judgement(
    List<LimitResult> results, List<String> incomplete, List<String> notes, int status) {
  static Judgement of(Baselines.Outcome outcome) {
    List<LimitResult> results = new ArrayList<>();
    List<String> incomplete = new ArrayList<>();
    int status = ExitStatus.ALL_HELD;
    for (Report report : outcome.reports()) {
      results.addAll(report.limits());
      incomplete.addAll(Verdicts.missing(report));
      // The statuses are in order of gravity.
      status = Math.max(status, Verdicts.exitStatus(report));
    }
    return new Judgement(results, incomplete, outcome.notes(), status);
  }

  /** The violated ones, those farthest beyond their allowance first. */
  List<LimitResult> violated() {
    List<LimitResult> violated = new ArrayList<>(LimitResults.violated(results));
    violated.sort(LimitResults.worstFirst());
    return violated;
  }

  /** {@code pass} or {@code fail}; null if nothing is known to fail but not all was measured. */
  String verdict() {
    String verdict = LimitResults.verdict(results);
    boolean unknown = status == ExitStatus.UNUSABLE && !LimitResults.FAIL.equals(verdict);
    return unknown ? null : verdict;
  }

  /** A report with nothing but limits and verdict. */
  Report asReport() {
    return new Report(
        Report.SCHEMA,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        results,
        verdict(),
        null);
  }
}
