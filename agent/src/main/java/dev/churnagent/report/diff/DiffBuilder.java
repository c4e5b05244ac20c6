package dev.churnagent.report.diff;

import dev.churnagent.report.Report;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.ChainDiff;
import dev.churnagent.report.diff.Diff.Figure;
import dev.churnagent.report.diff.Diff.LimitDiff;
import dev.churnagent.report.diff.Diff.Side;
import dev.churnagent.report.diff.Diff.SiteDiff;
import dev.churnagent.report.diff.Diff.SystemDiff;
import java.util.Collections;
import java.util.List;

/** Compares two reports. */
public final class DiffBuilder {
  private DiffBuilder() {}

  /**
   * What became of the first report in the second.
   *
   * @param tolerance how far two figures may be apart and still count as the same
   */
  public static Diff of(Report before, Report after, Tolerance tolerance) {
    boolean withMeans = DiffNotes.differInLength(before, after);
    boolean haveChains = before.chains() != null && after.chains() != null;
    List<Figure> totals = totals(before, after, tolerance);
    List<SiteDiff> sites = SiteDiffs.of(before.sites(), after.sites(), tolerance, withMeans);
    List<ChainDiff> chains =
        haveChains ? ChainDiffs.of(before.chains(), after.chains(), tolerance) : List.of();
    List<SystemDiff> systems = SystemDiffs.of(before.timeWait(), after.timeWait(), tolerance);
    List<LimitDiff> limits = LimitDiffs.of(before.limits(), after.limits());
    return new Diff(
        Diff.SCHEMA,
        verdict(totals, sites, chains, systems, limits),
        tolerance.percent(),
        side(before),
        side(after),
        Collections.unmodifiableList(DiffNotes.of(before, after)),
        Collections.unmodifiableList(totals),
        sites,
        chains,
        EndpointDiffs.of(before.endpoints(), after.endpoints(), tolerance),
        systems,
        limits);
  }

  private static Side side(Report report) {
    Report.Run run = report.run();
    return run == null
        ? new Side(null, null, 0, false)
        : new Side(run.id(), run.startedAt(), run.durationSeconds(), run.complete());
  }

  private static List<Figure> totals(Report before, Report after, Tolerance tolerance) {
    Report.Totals a = before.totals();
    Report.Totals b = after.totals();
    Figures figures =
        new Figures(tolerance)
            .add(Figures.CONNECTIONS, a.connections(), b.connections())
            .add(Figures.FAILED, a.failed(), b.failed())
            .add(Figures.OPEN_AT_END, a.openAtEnd(), b.openAtEnd())
            .add(Figures.PEAK_OPEN, a.peakOpen(), b.peakOpen())
            .rate(Figures.PEAK_RATE, a.peakRate(), b.peakRate(), true, true)
            .add(
                Figures.AVOIDABLE_CALLS,
                ChainDiffs.avoidableCalls(before.chains()),
                ChainDiffs.avoidableCalls(after.chains()));
    addPorts(figures, before, after);
    if (DiffNotes.differInLength(before, after)) {
      figures.told(Figures.MEAN_RATE, meanRate(before), meanRate(after));
    }
    return figures.told(Figures.DURATION, seconds(before), seconds(after)).all();
  }

  /** Those of the system that both ran on. */
  private static void addPorts(Figures figures, Report before, Report after) {
    PortProfileUse a = own(before);
    PortProfileUse b = own(after);
    if (a != null && b != null && a.os().equals(b.os())) {
      figures.add(Figures.TIME_WAIT_PEAK, a.peak(), b.peak());
    }
    figures.add(Figures.PORT_ERRORS, errors(before), errors(after));
  }

  private static PortProfileUse own(Report report) {
    return report.timeWait() == null || report.timeWait().profiles().isEmpty()
        ? null
        : report.timeWait().profiles().get(0);
  }

  private static Long errors(Report report) {
    return report.portExhaustion() == null ? null : (Long) report.portExhaustion().errors();
  }

  private static Double seconds(Report report) {
    return report.run() == null ? null : (Double) report.run().durationSeconds();
  }

  private static Double meanRate(Report report) {
    Double seconds = seconds(report);
    return seconds == null || seconds == 0 ? null : report.totals().connections() / seconds;
  }

  /** By everything but far ends, which the sites tell as well. */
  private static String verdict(
      List<Figure> totals,
      List<SiteDiff> sites,
      List<ChainDiff> chains,
      List<SystemDiff> systems,
      List<LimitDiff> limits) {
    Tally tally = new Tally();
    for (Figure figure : totals) {
      tally.count(figure.change());
    }
    for (SiteDiff site : sites) {
      tally.count(site.change());
    }
    for (ChainDiff chain : chains) {
      tally.count(chain.change());
    }
    for (SystemDiff system : systems) {
      tally.count(system.change());
    }
    for (LimitDiff limit : limits) {
      tally.count(limit.change());
    }
    return tally.verdict();
  }

  /** Good and bad news. */
  private static final class Tally {
    private boolean isAnyBad;
    private boolean isAnyGood;

    void count(String change) {
      isAnyBad |= Changes.isBad(change);
      isAnyGood |= Changes.isGood(change);
    }

    String verdict() {
      if (isAnyBad) {
        return isAnyGood ? Changes.MIXED : Changes.WORSE;
      }
      return isAnyGood ? Changes.BETTER : Changes.SAME;
    }
  }
}
