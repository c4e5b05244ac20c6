package dev.churnagent.analysis.ports;

import java.util.List;

/**
 * What a replay found. Counts are over all hops unless they say otherwise.
 *
 * @param profile what was replayed against
 * @param hops the most hops that any destination had, at least 1
 * @param peakTimeWait the most sockets in TIME_WAIT at once
 * @param peakTimeWaitAtNanos when that was first so, or -1 if there never was one
 * @param peakPorts the most ports at once that were open or in TIME_WAIT
 * @param peakPortsAtNanos when that was first so, or -1
 * @param usePercent the highest share of the range that was taken at once, ports that a connect may
 *     take over left out; where destinations have ranges of their own, of the fullest one; above
 *     100 if ports would have run out
 * @param exhaustion the first attempt without a port, or null
 * @param holders who held ports at {@code peakPortsAtNanos}, most first, without hops
 * @param sustainableRatePerSecond the highest rate of connections of this mix that never runs out,
 *     or null without connections
 * @param sustainableCopies how many such programs can run side by side, or null without connections
 * @param directPeakTimeWait {@code peakTimeWait} if each connection were the only one it makes on
 *     this machine: without other hops
 * @param directUsePercent {@code usePercent} likewise
 * @param freeAtNanos when the last port in TIME_WAIT is free again, which may be after the end; -1
 *     if there never was one
 * @param byDestination peaks of each destination, by its id
 */
public record PortUse(
    PortProfile profile,
    int hops,
    long peakTimeWait,
    long peakTimeWaitAtNanos,
    long peakPorts,
    long peakPortsAtNanos,
    double usePercent,
    Exhaustion exhaustion,
    List<PortHolder> holders,
    Double sustainableRatePerSecond,
    Long sustainableCopies,
    long directPeakTimeWait,
    double directUsePercent,
    long freeAtNanos,
    DestinationPeaks byDestination) {
  /** Keeps an unmodifiable copy. */
  public PortUse {
    holders = List.copyOf(holders);
  }

  /** Peaks of single destinations; counts are without hops. */
  public interface DestinationPeaks {
    /** The most sockets in TIME_WAIT at once. */
    long timeWait(int destination);

    /** The most connections open at once. */
    long open(int destination);

    /** Connections in all. */
    long connections(int destination);

    /** Connections on this machine for each one of ours, at least 1. */
    int hops(int destination);

    /** Destinations have ids below it. */
    int count();
  }
}
