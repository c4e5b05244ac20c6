package dev.churnagent.analysis;

import dev.churnagent.config.Limit;

/**
 * What one limit's subject measured.
 *
 * @param limit the limit; never null
 * @param site the site that is held to it, or null if no site matches: then 0 was measured
 * @param measured in the limit's unit, over all runs
 */
public record LimitMeasurement(Limit limit, CallSite site, double measured) {
  /** Far above the error of a division, far below what one connection more makes. */
  private static final double ROUNDING = 1e-9;

  /** Whether the measure is above what is allowed; exactly the allowance still holds. */
  public boolean isExceeded() {
    return exceeds(measured, limit.allowed());
  }

  /** Whether {@code measured} is above {@code allowed} by more than arithmetic's rounding. */
  public static boolean exceeds(double measured, double allowed) {
    return measured > allowed * (1 + ROUNDING);
  }
}
