package dev.churnagent.analysis;

import dev.churnagent.analysis.timeline.ConnectionSteps;
import dev.churnagent.analysis.timeline.ConnectionTimeline;
import dev.churnagent.model.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Counts all events of all runs, in one order of time: by site, stack, endpoint and in all. Its
 * tables are columns by the ids of {@link Definitions}.
 */
final class ConnectionStatistics {
  private static final long RATE_WINDOW_NANOS = 1_000_000_000;

  private final List<SiteStatistics> sites = new ArrayList<>();
  private final SlidingPeaks siteRates = new SlidingPeaks(RATE_WINDOW_NANOS);
  private final SlidingPeaks endpointRates = new SlidingPeaks(RATE_WINDOW_NANOS);
  private final SlidingPeaks totalRate = new SlidingPeaks(RATE_WINDOW_NANOS);
  private final OpenCount open = new OpenCount();
  private final ConnectionTimeline timeline = new ConnectionTimeline();
  private final PairCounts siteEndpoints = new PairCounts();
  private long[] stackConnections = new long[64];
  private long[] endpointConnections = new long[64];
  private long[] endpointFailures = new long[64];
  private final CloseCounts closesByStack = new CloseCounts();
  private final CloseCounts closesByEndpoint = new CloseCounts();
  private final BitSet usedStacks = new BitSet();
  private long exhausted;
  private PortExhaustion.First firstExhausted;

  /** An event of a connection has this stack. */
  void used(int stack) {
    usedStacks.set(stack);
  }

  boolean isUsed(int stack) {
    return usedStacks.get(stack);
  }

  void runStarted(long at) {
    timeline.runStarted(at);
  }

  void runEnded(long at) {
    timeline.runEnded(at);
  }

  void established(long at, int stack, int site, int endpoint, long connectNanos) {
    site(site).established(at, connectNanos);
    open.opened();
    timeline.established(at, open.open());
    stackConnections = withRoom(stackConnections, stack);
    stackConnections[stack]++;
    endpointConnections = withRoom(endpointConnections, endpoint);
    endpointConnections[endpoint]++;
    siteEndpoints.increment(site, endpoint);
    siteRates.add(at, site);
    endpointRates.add(at, endpoint);
    totalRate.add(at, 0);
  }

  void failed(long at, int site, int endpoint, int kindCode) {
    site(site).failed(kindCode);
    FailureKind kind = FailureKind.ofCode(kindCode);
    if (kind.isFailedAttempt()) {
      endpointFailures = withRoom(endpointFailures, endpoint);
      endpointFailures[endpoint]++;
      timeline.failed(at);
    }
    if (kind == FailureKind.EXHAUSTED) {
      exhausted++;
      if (firstExhausted == null) {
        firstExhausted = new PortExhaustion.First(at, site, endpoint);
      }
    }
  }

  void abandoned(int site) {
    site(site).abandoned();
  }

  void closed(long at, int stack, int site, int endpoint, int closedFirstCode, long lifetimeNanos) {
    site(site).closed(at, closedFirstCode, lifetimeNanos);
    closesByStack.closed(stack, closedFirstCode);
    closesByEndpoint.closed(endpoint, closedFirstCode);
    open.closed(1);
    timeline.closed(at, open.open());
  }

  void leftOpen(long at, int stack, int site, int endpoint, long count) {
    site(site).leftOpen(at, count);
    closesByStack.leftOpen(stack, count);
    closesByEndpoint.leftOpen(endpoint, count);
    open.closed(count);
    timeline.closed(at, open.open());
  }

  private static long[] withRoom(long[] column, int id) {
    return id < column.length ? column : Arrays.copyOf(column, Math.max(id + 1, 2 * id));
  }

  /** The statistics of a site, empty ones if it had no event. */
  SiteStatistics site(int id) {
    while (id >= sites.size()) {
      sites.add(new SiteStatistics());
    }
    return sites.get(id);
  }

  /** How many sites there are; ids are below it. */
  int siteCount() {
    return sites.size();
  }

  Peak sitePeak(int site) {
    return siteRates.peak(site);
  }

  Peak endpointPeak(int endpoint) {
    return endpointRates.peak(endpoint);
  }

  Peak totalPeak() {
    return totalRate.peak(0);
  }

  long peakOpen() {
    return open.peak();
  }

  long stackConnections(int stack) {
    return stack < stackConnections.length ? stackConnections[stack] : 0;
  }

  long endpointConnections(int endpoint) {
    return endpoint < endpointConnections.length ? endpointConnections[endpoint] : 0;
  }

  long endpointFailures(int endpoint) {
    return endpoint < endpointFailures.length ? endpointFailures[endpoint] : 0;
  }

  CloseCounts closesByStack() {
    return closesByStack;
  }

  CloseCounts closesByEndpoint() {
    return closesByEndpoint;
  }

  void forEachSiteEndpoint(PairCounts.Visitor visitor) {
    siteEndpoints.forEach(visitor);
  }

  /** When they were established and open, or null if there was no run. */
  ConnectionSteps steps() {
    return timeline.result();
  }

  /** Connects that found no port, or null if there were none. */
  PortExhaustion portExhaustion() {
    return exhausted == 0 ? null : new PortExhaustion(exhausted, firstExhausted);
  }
}
