package dev.churnagent.gate;

import dev.churnagent.config.Limit;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Tolerance;
import java.util.List;

/**
 * What was accepted: only what is new or worse fails. Immutable.
 *
 * @param shown what the user calls its file
 * @param tolerance for measures that depend on time: rates and peaks; counts are exact
 * @param entries in any order
 */
public record Baseline(String shown, Tolerance tolerance, List<BaselineEntry> entries) {
  /** The schema's name in files. */
  static final String SCHEMA = "churn-baseline/1";

  private static final double NANOS = 1e9;

  /** Nothing is accepted. */
  public static Baseline empty(String shown) {
    return new Baseline(shown, Tolerance.DEFAULT, List.of());
  }

  /** The same with another tolerance. */
  public Baseline with(Tolerance other) {
    return new Baseline(shown, other, entries);
  }

  /** Up to what an entry accepts measures of its limit, the tolerance included. */
  double most(BaselineEntry entry, List<Limit> limits) {
    return tolerance(entry.limit(), limits).most(entry.measured(), step(entry.limit(), limits));
  }

  /** Whether a measure is below what is accepted by more than the tolerance. */
  boolean isBetter(BaselineEntry entry, LimitResult result, List<Limit> limits) {
    return tolerance(entry.limit(), limits)
        .isBelow(entry.measured(), result.measured(), step(entry.limit(), limits));
  }

  /** Whether the tolerance holds for that limit, which is so for rates and peaks. */
  Tolerance tolerance(String limit, List<Limit> limits) {
    Limit.Kind kind = kind(limit, limits);
    if (kind == null) {
      return Tolerance.EXACT;
    }
    return switch (kind) {
      case MAX_RATE, MAX_OPEN, MAX_TIME_WAIT, MAX_PORT_USE -> tolerance;
      case MAX_CONNECTIONS, MAX_REDUNDANT_CALLS, MAX_DUPLICATES -> Tolerance.EXACT;
    };
  }

  /** A rate can't differ by less than one connection in its window. */
  private static double step(String text, List<Limit> limits) {
    for (Limit limit : limits) {
      if (limit.text().equals(text) && limit.window() != null) {
        return NANOS / limit.window().toNanos();
      }
    }
    return 0;
  }

  private static Limit.Kind kind(String text, List<Limit> limits) {
    for (Limit limit : limits) {
      if (limit.text().equals(text)) {
        return limit.kind();
      }
    }
    return null;
  }
}
