package dev.churnagent.analysis;

import dev.churnagent.analysis.Findings.ClientCount;
import dev.churnagent.model.ClientKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clients by site, kind and where they were built. Safe for use by the threads that read several
 * recordings at once: each hands over its own sums once.
 */
final class SiteClients {
  /** A count of one kind of clients that were built at one place. */
  private static final class Sum {
    private final ClientKind kind;
    private final int builder;
    private long objects;
    private long connections;

    private Sum(ClientKind kind, int builder) {
      this.kind = kind;
      this.builder = builder;
    }
  }

  private final Map<Integer, List<Sum>> bySite = new HashMap<>();

  /**
   * Adds one client's connections at one site.
   *
   * @param site id in {@link Definitions}
   * @param builder id in {@link Definitions} of the site that built it, or -1
   */
  synchronized void add(int site, ClientKind kind, int builder, long connections) {
    List<Sum> sums = bySite.get(site);
    if (sums == null) {
      sums = new ArrayList<>();
      bySite.put(site, sums);
    }
    Sum sum = find(sums, kind, builder);
    sum.objects++;
    sum.connections += connections;
  }

  private static Sum find(List<Sum> sums, ClientKind kind, int builder) {
    for (Sum sum : sums) {
      if (sum.kind == kind && sum.builder == builder) {
        return sum;
      }
    }
    Sum made = new Sum(kind, builder);
    sums.add(made);
    return made;
  }

  /** The clients of one site, most connections first; empty if none are known. */
  synchronized List<ClientCount> of(int site, Definitions definitions) {
    List<ClientCount> counts = new ArrayList<>();
    List<Sum> sums = bySite.get(site);
    if (sums != null) {
      for (Sum sum : sums) {
        CallSite builder = sum.builder < 0 ? null : definitions.site(sum.builder);
        counts.add(new ClientCount(sum.kind, builder, sum.objects, sum.connections));
      }
    }
    counts.sort(
        new Comparator<>() {
          @Override
          public int compare(ClientCount one, ClientCount other) {
            return Long.compare(other.connections(), one.connections());
          }
        });
    return counts;
  }
}
