package dev.churnagent.report;

import dev.churnagent.analysis.LimitMeasurement;

/**
 * How far two measures of the same thing may be apart without telling of a change. What depends on
 * time is never measured twice alike: a loop that connects every 200 ms shows 5 or 6 connections in
 * its busiest second.
 *
 * @param percent of the earlier measure; at least 0; with 0 every difference counts
 */
public record Tolerance(double percent) {
  /** Where nobody states another. */
  public static final double DEFAULT_PERCENT = 10;

  /** The default. */
  public static final Tolerance DEFAULT = new Tolerance(DEFAULT_PERCENT);

  /** Every difference counts. */
  public static final Tolerance EXACT = new Tolerance(0);

  /**
   * The highest measure that is not above {@code base}.
   *
   * @param step the least by which the measure can differ from another, e.g. one connection in a
   *     rate's window: so much is always within the tolerance unless it is 0
   */
  public double most(double base, double step) {
    return percent == 0 ? base : base + Math.max(base * percent / 100, step);
  }

  /** Whether {@code measure} is above {@code base} by more than the tolerance. */
  public boolean isAbove(double base, double measure, double step) {
    return LimitMeasurement.exceeds(measure, most(base, step));
  }

  /**
   * Whether {@code measure} is below {@code base} by more than the tolerance, which is of {@code
   * base} as well.
   */
  public boolean isBelow(double base, double measure, double step) {
    double least = base - (most(base, step) - base);
    return LimitMeasurement.exceeds(least, measure);
  }
}
