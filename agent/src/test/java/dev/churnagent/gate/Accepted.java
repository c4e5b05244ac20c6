package dev.churnagent.gate;

import dev.churnagent.config.Limit;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.TestReports;
import dev.churnagent.report.Tolerance;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Baselines, and reports to hold to them, made up by tests. */
final class Accepted {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  static final LocalDate BEFORE = LocalDate.of(2026, 10, 1);

  static final Limit RATE =
      new Limit("max-rate: 5/s", Limit.Kind.MAX_RATE, null, null, 5, Duration.ofSeconds(1));
  static final Limit COUNT = TestReports.limit(Limit.Kind.MAX_CONNECTIONS, 10);
  static final Limit OPEN = TestReports.limit(Limit.Kind.MAX_OPEN, 10);
  static final List<Limit> LIMITS = List.of(RATE, COUNT, OPEN);

  private Accepted() {}

  static LimitResult result(Limit limit, String subject, double measured) {
    return LimitResults.of(limit, subject, measured);
  }

  static Report report(LimitResult... results) {
    List<LimitResult> all = List.of(results);
    return TestReports.of(TestReports.churn()).judged(all, LimitResults.verdict(all));
  }

  static BaselineEntry entry(Limit limit, String subject, double measured) {
    return entry(limit, subject, measured, null);
  }

  static BaselineEntry entry(Limit limit, String subject, double measured, LocalDate expires) {
    return new BaselineEntry(
        limit.text(),
        subject,
        measured,
        limit.kind().unit(),
        BEFORE,
        expires,
        "known: " + measured);
  }

  static Baseline baseline(BaselineEntry... entries) {
    return new Baseline("b.json", Tolerance.DEFAULT, List.of(entries));
  }

  static Baselines.Outcome judge(Baseline baseline, LimitResult... results) {
    return Baselines.judge(List.of(report(results)), baseline, LIMITS, TODAY);
  }

  /** The verdicts of the only report's limits, in their order. */
  static List<String> verdicts(Baselines.Outcome outcome) {
    List<String> verdicts = new ArrayList<>();
    for (LimitResult result : outcome.reports().get(0).limits()) {
      verdicts.add(result.verdict());
    }
    return verdicts;
  }

  static List<String> verdicts(Baseline baseline, LimitResult... results) {
    return verdicts(judge(baseline, results));
  }
}
