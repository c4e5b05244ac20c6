package dev.churnagent.analysis;

import dev.churnagent.analysis.CloserFinder.Closer;
import dev.churnagent.analysis.Findings.CloserCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closers by the site of what they closed. Safe for use by the threads that read several recordings
 * at once: each hands over its own sums once.
 */
final class SiteClosers {
  private static final class Sum {
    private final Closer closer;
    private long connections;

    private Sum(Closer closer) {
      this.closer = closer;
    }
  }

  private final Map<Integer, Map<String, Sum>> bySite = new HashMap<>();

  /**
   * Adds closes.
   *
   * @param site id in {@link Definitions}
   */
  synchronized void add(int site, Closer closer, long connections) {
    Map<String, Sum> sums = bySite.get(site);
    if (sums == null) {
      sums = new HashMap<>();
      bySite.put(site, sums);
    }
    Sum sum = sums.get(closer.key());
    if (sum == null) {
      sum = new Sum(closer);
      sums.put(closer.key(), sum);
    }
    sum.connections += connections;
  }

  /** The closers of one site's connections, most first; empty if all closed what they opened. */
  synchronized List<CloserCount> of(int site) {
    List<CloserCount> counts = new ArrayList<>();
    Map<String, Sum> sums = bySite.get(site);
    if (sums == null) {
      return counts;
    }
    for (Sum sum : sums.values()) {
      Closer closer = sum.closer;
      counts.add(
          new CloserCount(
              closer.site,
              closer.byCollector,
              closer.library,
              closer.handedOverBy,
              sum.connections));
    }
    counts.sort(
        new Comparator<>() {
          @Override
          public int compare(CloserCount one, CloserCount other) {
            int order = Long.compare(other.connections(), one.connections());
            return order != 0 ? order : one.site().key().compareTo(other.site().key());
          }
        });
    return counts;
  }
}
