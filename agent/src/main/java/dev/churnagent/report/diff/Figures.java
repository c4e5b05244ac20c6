package dev.churnagent.report.diff;

import dev.churnagent.report.Report.PeakRate;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.Figure;
import java.util.ArrayList;
import java.util.List;

/** Collects the figures of one row. */
final class Figures {
  static final String CONNECTIONS = "connections";
  static final String FAILED = "failed";
  static final String OPEN_AT_END = "openAtEnd";
  static final String PEAK_OPEN = "peakOpen";
  static final String PEAK_RATE = "peakRatePerSecond";
  static final String MEAN_RATE = "meanRatePerSecond";
  static final String CALLS = "calls";
  static final String AVOIDABLE_CALLS = "avoidableCalls";
  static final String AVOIDABLE_CONNECTIONS = "avoidableConnections";
  static final String TIME_WAIT_PEAK = "timeWaitPeak";
  static final String PORT_USE = "portUsePercent";
  static final String PORT_ERRORS = "portExhaustionErrors";
  static final String HOPS = "hops";
  static final String DURATION = "durationSeconds";

  private final Tolerance tolerance;
  private final List<Figure> figures = new ArrayList<>();

  Figures(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** Adds a measure; either may be null. */
  Figures add(String name, Number before, Number after) {
    return add(name, before, after, 0);
  }

  /** Adds a rate, which can't differ by less than one connection in its window. */
  Figures rate(String name, PeakRate before, PeakRate after, boolean hadAny, boolean hasAny) {
    PeakRate either = after != null ? after : before;
    double step = either == null ? 0 : 1 / either.windowSeconds();
    return add(name, perSecond(before, hadAny), perSecond(after, hasAny), step);
  }

  /**
   * Where nothing was established the rate is known to be 0; of a row that is not there it is not.
   */
  private static Double perSecond(PeakRate rate, boolean isThere) {
    return rate != null ? (Double) rate.perSecond() : isThere ? (Double) 0.0 : null;
  }

  private Figures add(String name, Number before, Number after, double step) {
    Double one = before == null ? null : (Double) before.doubleValue();
    Double other = after == null ? null : (Double) after.doubleValue();
    figures.add(new Figure(name, one, other, change(one, other, step)));
    return this;
  }

  private String change(Double before, Double after, double step) {
    if (before == null || after == null) {
      return Changes.SAME;
    }
    if (tolerance.isAbove(before, after, step)) {
      return Changes.WORSE;
    }
    return tolerance.isBelow(before, after, step) ? Changes.BETTER : Changes.SAME;
  }

  /** Adds what is told and never judged. */
  Figures told(String name, Number before, Number after) {
    figures.add(
        new Figure(
            name,
            before == null ? null : (Double) before.doubleValue(),
            after == null ? null : (Double) after.doubleValue(),
            Changes.SAME));
    return this;
  }

  List<Figure> all() {
    return figures;
  }

  /** How much a row's first figure changed, whichever way; what is not there counts as 0. */
  static double weight(List<Figure> figures) {
    Figure first = figures.get(0);
    double before = first.before() == null ? 0 : first.before();
    double after = first.after() == null ? 0 : first.after();
    return Math.abs(after - before);
  }
}
