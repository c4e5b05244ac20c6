package dev.churnagent.analysis;

/** How many connections are open, and the most there ever were. */
final class OpenCount {
  private long open;
  private long peak;

  void opened() {
    open++;
    if (open > peak) {
      peak = open;
    }
  }

  /** Never falls below zero: an event of an opening may have been lost. */
  void closed(long count) {
    open = Math.max(0, open - count);
  }

  long open() {
    return open;
  }

  long peak() {
    return peak;
  }
}
