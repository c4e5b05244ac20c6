package dev.churnagent.analysis.ports;

/** What a replay must know of a destination, by its small dense id. */
public interface Destinations {
  /** Whether it is a loopback address. */
  boolean isLoopback(int destination);

  /**
   * How many connections on this machine each one of ours makes, as found: 2 with one proxy of the
   * same machine in between, 1 without.
   */
  int hops(int destination);
}
