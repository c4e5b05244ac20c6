package dev.churnagent.gate;

import dev.churnagent.analysis.PortPlan;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.config.Rate;
import dev.churnagent.report.FetchLimits;
import dev.churnagent.report.FetchRows;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.PortLimits;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges limits against a report that was read back from its file. A report has, for each site, the
 * connections, the most that were open and the highest rate over one second, of one run or of
 * several merged; every other measure (another window, some endpoints) needs the journal. Its ports
 * were replayed against some machines; any other one needs the journal too.
 */
public final class StoredReportGate {
  private StoredReportGate() {}

  /** The same with no machines stated. */
  public static Report judge(Report report, List<Limit> limits, List<Ignore> ignores)
      throws JournalNeededException {
    return judge(report, limits, ignores, PortPlan.DEFAULT);
  }

  /**
   * The report with these limits and accepted repeats in place of its own.
   *
   * @param plan the machines that limits on ports are on
   * @throws JournalNeededException if the report does not hold what a limit is about
   */
  public static Report judge(Report report, List<Limit> limits, List<Ignore> ignores, PortPlan plan)
      throws JournalNeededException {
    List<Chain> chains = FetchRows.ignoring(report.chains(), ignores);
    FetchLimits fetches = new FetchLimits(report.run(), report.requests(), chains);
    List<LimitResult> results = new ArrayList<>();
    for (Limit limit : limits) {
      if (limit.kind().isOfFetches()) {
        results.addAll(fetches.judge(limit));
        continue;
      }
      if (limit.kind().isOfPorts()) {
        results.add(PortLimits.judge(limit, StoredPorts.row(report.timeWait(), limit, plan)));
        continue;
      }
      requireMeasured(limit);
      judge(report, limit, results);
    }
    return new Report(
        report.schema(),
        report.run(),
        report.totals(),
        report.sites(),
        report.endpoints(),
        report.requests(),
        chains,
        report.polls(),
        report.timeWait(),
        report.portExhaustion(),
        report.remedies(),
        results,
        LimitResults.verdict(results),
        report.timeline());
  }

  private static void requireMeasured(Limit limit) throws JournalNeededException {
    if (limit.endpoint() != null) {
      throw needed(limit, "counts some endpoints only");
    }
    if (limit.kind() == Limit.Kind.MAX_RATE && !limit.window().equals(Rate.DEFAULT_WINDOW)) {
      throw needed(limit, "has a window other than 1 s");
    }
  }

  static JournalNeededException needed(Limit limit, String why) {
    return new JournalNeededException(
        "'" + limit.text() + "' " + why + ": give the run's journal instead of its report.json");
  }

  private static void judge(Report report, Limit limit, List<LimitResult> results) {
    int before = results.size();
    for (Site site : report.sites()) {
      String method = site.method() == null ? "" : site.method();
      if (limit.site() == null || limit.site().matches(site.className(), method)) {
        results.add(LimitResults.of(limit, site.describe(), measured(site, limit.kind())));
      }
    }
    if (results.size() == before) {
      results.add(LimitResults.of(limit, LimitResults.WHOLE_RUN, 0));
    }
  }

  private static double measured(Site site, Limit.Kind kind) {
    return switch (kind) {
      case MAX_RATE -> site.peakRate() == null ? 0 : site.peakRate().perSecond();
      case MAX_CONNECTIONS -> site.connections();
      case MAX_OPEN -> site.peakOpen();
      case MAX_TIME_WAIT, MAX_PORT_USE, MAX_REDUNDANT_CALLS, MAX_DUPLICATES ->
          throw new IllegalArgumentException(kind.key());
    };
  }
}
