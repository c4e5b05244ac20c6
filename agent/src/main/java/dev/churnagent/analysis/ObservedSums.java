package dev.churnagent.analysis;

import dev.churnagent.analysis.ObservedTimeWait.AddressCount;
import dev.churnagent.analysis.ObservedTimeWait.SiteCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up the TIME_WAIT sockets that the system's table showed of all runs, in order of time. */
final class ObservedSums {
  private final Definitions definitions;

  /** By site and endpoint; what the highest look had is kept beside it. */
  private final PairCounts now = new PairCounts();

  private final Map<Integer, Long> sitesAtPeak = new HashMap<>();
  private final Map<String, Long> addressesAtPeak = new HashMap<>();
  private long total;
  private long peak;
  private long peakAt = -1;
  private long looks;

  ObservedSums(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The last look of one run found so many more, or fewer, than the one before. */
  void changed(int site, int endpoint, int change) {
    now.add(site, endpoint, change);
    total += change;
  }

  /** A run has read the table to its end. */
  void tableRead(long at) {
    looks++;
    if (total > peak) {
      peak = total;
      peakAt = at;
      keep();
    }
  }

  private void keep() {
    sitesAtPeak.clear();
    addressesAtPeak.clear();
    now.forEach(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int endpoint, long count) {
            String address = definitions.endpoint(endpoint).address();
            Long atSite = sitesAtPeak.get(site);
            sitesAtPeak.put(site, atSite == null ? count : atSite + count);
            Long atAddress = addressesAtPeak.get(address);
            addressesAtPeak.put(address, atAddress == null ? count : atAddress + count);
          }
        });
  }

  /** What was seen; null if the table was never read. */
  ObservedTimeWait result(List<AddressCount> unexplained) {
    if (looks == 0) {
      return null;
    }
    return new ObservedTimeWait(
        peak, peakAt, UnexplainedTimeWait.sorted(addressesAtPeak), sites(), unexplained, looks);
  }

  private List<SiteCount> sites() {
    List<SiteCount> sites = new ArrayList<>();
    for (Map.Entry<Integer, Long> entry : sitesAtPeak.entrySet()) {
      sites.add(new SiteCount(entry.getKey(), entry.getValue()));
    }
    sites.sort(
        new Comparator<>() {
          @Override
          public int compare(SiteCount one, SiteCount other) {
            return Long.compare(other.count(), one.count());
          }
        });
    return sites;
  }
}
