package dev.churnagent.analysis;

/** How many connections were open over time: the most, when, and for how long in all. */
final class OpenHistory {
  private long open;
  private long peak;
  private long firstAt = -1;
  private long peakAt = -1;
  private long changedAt;
  private double openNanos;

  /** One was opened, not before the event before. */
  void opened(long atNanos) {
    pass(atNanos);
    open++;
    if (open > peak) {
      peak = open;
      peakAt = atNanos;
    }
  }

  /** Some were closed. Never falls below zero: an event of an opening may have been lost. */
  void closed(long atNanos, long count) {
    pass(atNanos);
    open = Math.max(0, open - count);
  }

  private void pass(long atNanos) {
    if (firstAt < 0) {
      firstAt = atNanos;
      changedAt = atNanos;
    }
    openNanos += (double) open * (atNanos - changedAt);
    changedAt = atNanos;
  }

  long peak() {
    return peak;
  }

  /** The time that all connections were open, added up. */
  double openNanos() {
    return openNanos;
  }

  /** When the peak was reached, from 0, the first event, to 1, the last; 0 without any time. */
  double peakPlace() {
    return changedAt == firstAt ? 0 : (double) (peakAt - firstAt) / (changedAt - firstAt);
  }
}
