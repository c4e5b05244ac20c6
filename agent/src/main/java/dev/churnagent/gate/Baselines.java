package dev.churnagent.gate;

import dev.churnagent.config.Limit;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Holds reports to what a baseline accepts. */
public final class Baselines {
  /**
   * What came of it.
   *
   * @param reports with the verdict {@code accepted} where a violation is
   * @param expired a line for each entry whose day has passed
   * @param unneeded a line for each entry that nothing in any of the reports violates any more
   */
  public record Outcome(List<Report> reports, List<String> expired, List<String> unneeded) {
    /** What is told and fails nothing. */
    public List<String> notes() {
      List<String> notes = new ArrayList<>(expired);
      notes.addAll(unneeded);
      return notes;
    }
  }

  private Baselines() {}

  /** The day that entries are held to: today in UTC. */
  public static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /**
   * Judges reports, each on its own, after their limits were.
   *
   * @param baseline null: nothing was accepted, and the reports stay as they are
   * @param limits those that the reports were judged by
   */
  public static Outcome judge(
      List<Report> reports, Baseline baseline, List<Limit> limits, LocalDate today) {
    if (baseline == null) {
      return new Outcome(reports, List.of(), List.of());
    }
    BaselineJudge judge = new BaselineJudge(baseline, limits, today);
    List<Report> judged = new ArrayList<>();
    for (Report report : reports) {
      List<LimitResult> results = judge.judge(report);
      judged.add(report.judged(results, LimitResults.verdict(results)));
    }
    return new Outcome(
        judged,
        BaselineWords.expired(baseline, judge.expired()),
        BaselineWords.unneeded(baseline, judge.unneeded(), limits));
  }

  /**
   * One report as a run's own JVM and {@code report} judge it, its notes with those on the baseline
   * behind them.
   *
   * @param isWhole whether the report is of all that the baseline is about, rather than of one JVM
   *     of many: only then entries that are not needed are told
   */
  public static Report judge(
      Report report, Baseline baseline, List<Limit> limits, boolean isWhole) {
    Outcome outcome = judge(List.of(report), baseline, limits, today());
    return outcome.reports().get(0).withNotes(isWhole ? outcome.notes() : outcome.expired());
  }
}
