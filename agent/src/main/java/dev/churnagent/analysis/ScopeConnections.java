package dev.churnagent.analysis;

import dev.churnagent.analysis.Findings.ScopeCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Connections by site and by the scope method that was running. Safe for use by the threads that
 * read several recordings at once: each hands over its own sums once.
 */
final class ScopeConnections {
  private final Map<Integer, Map<String, Long>> bySite = new HashMap<>();
  private boolean anyScope;

  /** A run had a scope. */
  synchronized void sawScope() {
    anyScope = true;
  }

  /**
   * Adds the connections of one run.
   *
   * @param site id in {@link Definitions}
   */
  synchronized void add(int site, String scope, long connections) {
    Map<String, Long> counts = bySite.get(site);
    if (counts == null) {
      counts = new HashMap<>();
      bySite.put(site, counts);
    }
    Long before = counts.get(scope);
    counts.put(scope, connections + (before == null ? 0 : before));
  }

  /** The scopes of one site, most connections first; null if no run had a scope. */
  synchronized List<ScopeCount> of(int site) {
    if (!anyScope) {
      return null;
    }
    List<ScopeCount> scopes = new ArrayList<>();
    Map<String, Long> counts = bySite.get(site);
    if (counts != null) {
      for (Map.Entry<String, Long> entry : counts.entrySet()) {
        scopes.add(new ScopeCount(entry.getKey(), entry.getValue()));
      }
    }
    scopes.sort(
        new Comparator<>() {
          @Override
          public int compare(ScopeCount one, ScopeCount other) {
            int order = Long.compare(other.connections(), one.connections());
            return order != 0 ? order : one.name().compareTo(other.name());
          }
        });
    return scopes;
  }
}
