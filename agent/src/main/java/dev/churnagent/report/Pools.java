package dev.churnagent.report;

import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.analysis.ports.PortUse.DestinationPeaks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What would be left if each endpoint had one pool of connections, as large as the most that were
 * open at once, whose connections are kept until the end. Who closes first is taken to stay as it
 * was, so a pool leaves no more in TIME_WAIT than the endpoint had.
 */
final class Pools {
  private static final int NAMED = 3;

  private final PortUse use;
  private final List<Pool> pools = new ArrayList<>();

  private record Pool(String address, long connections, long size) {
    private long spared() {
      return connections - size;
    }
  }

  Pools(PortFindings ports, PortUse use) {
    this.use = use;
    DestinationPeaks peaks = use.byDestination();
    for (int d = 0; d < peaks.count(); d++) {
      if (peaks.connections(d) > peaks.open(d)) {
        pools.add(new Pool(ports.destinations().get(d), peaks.connections(d), peaks.open(d)));
      }
    }
    pools.sort(
        new Comparator<>() {
          @Override
          public int compare(Pool one, Pool other) {
            int order = Long.compare(other.spared(), one.spared());
            return order != 0 ? order : one.address().compareTo(other.address());
          }
        });
  }

  /** Whether every endpoint has no more connections than it needs at once. */
  boolean areNeedless() {
    return pools.isEmpty();
  }

  /**
   * The load with pools.
   *
   * @param direct whether the other hops on this machine are skipped too
   */
  PortLoad load(PortLoad before, boolean direct) {
    DestinationPeaks peaks = use.byDestination();
    long timeWait = 0;
    long together = 0;
    long fullest = 0;
    for (int d = 0; d < peaks.count(); d++) {
      int hops = direct ? 1 : peaks.hops(d);
      timeWait += hops * Math.min(peaks.open(d), peaks.timeWait(d));
      together += hops * peaks.open(d);
      fullest = Math.max(fullest, peaks.open(d));
    }
    long spared = 0;
    for (Pool pool : pools) {
      spared += pool.spared();
    }
    long taken = use.profile().perDestination() ? fullest : together;
    double percent = 100.0 * taken / use.profile().ports();
    // Endpoints that are used one after the other don't all need their pool at the same time.
    return new PortLoad(before.connections() - spared, timeWait, percent).atMost(before);
  }

  /** The endpoints, those with the most to spare first. */
  String targets() {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(NAMED, pools.size());
    for (Pool pool : pools.subList(0, shown)) {
      text.append(text.length() == 0 ? "" : ", ").append(pool.address());
    }
    return text + more(shown);
  }

  /** Their pools, e.g. {@code 2 for 127.0.0.1:27015}. */
  String sizes() {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(NAMED, pools.size());
    for (Pool pool : pools.subList(0, shown)) {
      text.append(text.length() == 0 ? "" : ", ").append(Numbers.count(pool.size()));
      text.append(" for ").append(pool.address());
    }
    return text + more(shown);
  }

  private String more(int shown) {
    return shown == pools.size() ? "" : " and " + Numbers.count(pools.size() - shown) + " more";
  }
}
