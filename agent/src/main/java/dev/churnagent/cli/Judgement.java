package dev.churnagent.cli;

import dev.churnagent.gate.Verdicts;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the limits say of all runs together, for people and scripts.
 *
 * @param outcome every limit's results
 * @param notes what is to be told of the baseline and fails nothing
 */
record Judgement(Outcome outcome, List<String> notes) {
  /** One of {@link ExitStatus}. */
  int status() {
    int status = ExitStatus.ALL_HELD;
    for (Report report : outcome.reports()) {
      // The statuses are in order of gravity.
      status = Math.max(status, Verdicts.exitStatus(report));
    }
    return status;
  }

  /** Every limit's results, as they came. */
  List<LimitResult> results() {
    List<LimitResult> results = new ArrayList<>(outcome.findings().size());
    for (Finding finding : outcome.findings()) {
      results.add(finding.result());
    }
    return results;
  }
}
