package dev.churnagent.sockets;

import java.util.List;

/**
 * Ports from one to another, both included.
 *
 * @param low the lowest
 * @param high the highest, not below the lowest
 */
record PortRange(int low, int high) {
  private static final int MOST = 0xffff;

  /** The range, or null if these are no ports or the wrong way round. */
  static PortRange ofOrNull(int low, int high) {
    return low >= 0 && low <= high && high <= MOST ? new PortRange(low, high) : null;
  }

  /** How many ports of this range the others hold; they may overlap. */
  int countHeldBy(List<PortRange> others) {
    boolean[] held = new boolean[high - low + 1];
    int count = 0;
    for (PortRange other : others) {
      for (int port = Math.max(low, other.low); port <= Math.min(high, other.high); port++) {
        count += held[port - low] ? 0 : 1;
        held[port - low] = true;
      }
    }
    return count;
  }
}
