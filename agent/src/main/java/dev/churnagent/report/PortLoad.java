package dev.churnagent.report;

/**
 * What a program takes of one system's ports, as it was or as it would be.
 *
 * @param connections in all
 * @param timeWaitPeak the most in TIME_WAIT at once, over all hops
 * @param usePercent the highest share of the range that was taken
 */
record PortLoad(long connections, long timeWaitPeak, double usePercent) {
  /** The same against a range that is larger. */
  PortLoad onRange(int ports, int larger) {
    return new PortLoad(connections, timeWaitPeak, usePercent * ports / larger);
  }

  /** No figure above that of another: what a remedy leaves is never more than there was. */
  PortLoad atMost(PortLoad other) {
    return new PortLoad(
        Math.min(connections, other.connections),
        Math.min(timeWaitPeak, other.timeWaitPeak),
        Math.min(usePercent, other.usePercent));
  }

  /**
   * How many times as many such programs fit side by side as with another load.
   *
   * @return infinite if nothing is taken any more
   */
  double roomOver(PortLoad before) {
    return before.usePercent / usePercent;
  }
}
