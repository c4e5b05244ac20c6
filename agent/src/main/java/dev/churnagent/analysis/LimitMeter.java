package dev.churnagent.analysis;

import dev.churnagent.config.Limit;
import dev.churnagent.model.Endpoint;
import java.util.Arrays;

/**
 * Measures what one limit is about, for each matching site over all runs. A site matches if its
 * name does and, where the limit names endpoints, it tried to connect to one of those.
 */
final class LimitMeter {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final Limit limit;
  private final Definitions definitions;
  private final SlidingPeaks rates;
  private byte[] siteMatches = new byte[16];
  private byte[] endpointMatches = new byte[16];
  private boolean[] seen = new boolean[16];
  private long[] counts = new long[16];
  private long[] open = new long[16];

  LimitMeter(Limit limit, Definitions definitions) {
    this.limit = limit;
    this.definitions = definitions;
    this.rates =
        limit.kind() == Limit.Kind.MAX_RATE ? new SlidingPeaks(limit.window().toNanos()) : null;
  }

  /** Takes an event of any run. */
  void event(long at, int type, int site, int endpoint) {
    if (!isSiteHeld(site) || !isEndpointCounted(endpoint)) {
      return;
    }
    if (site >= seen.length) {
      grow(Math.max(site + 1, 2 * seen.length));
    }
    seen[site] = true;
    if (type == EventSink.ESTABLISHED) {
      established(at, site);
    } else if (type == EventSink.CLOSED && open[site] > 0) {
      open[site]--;
    }
  }

  /** A run ended while these connections were open. */
  void leftOpen(int site, int endpoint, long count) {
    if (isSiteHeld(site) && isEndpointCounted(endpoint) && site < open.length) {
      open[site] = Math.max(0, open[site] - count);
    }
  }

  private void established(long at, int site) {
    switch (limit.kind()) {
      case MAX_RATE -> rates.add(at, site);
      case MAX_CONNECTIONS -> counts[site]++;
      case MAX_OPEN -> counts[site] = Math.max(counts[site], ++open[site]);
    }
  }

  private boolean isSiteHeld(int site) {
    if (limit.site() == null) {
      return true;
    }
    if (site >= siteMatches.length) {
      siteMatches = Arrays.copyOf(siteMatches, Math.max(site + 1, 2 * siteMatches.length));
    }
    if (siteMatches[site] == 0) {
      CallSite callSite = definitions.site(site);
      String method = callSite.method() == null ? "" : callSite.method();
      siteMatches[site] = limit.site().matches(callSite.className(), method) ? YES : NO;
    }
    return siteMatches[site] == YES;
  }

  private boolean isEndpointCounted(int id) {
    if (limit.endpoint() == null) {
      return true;
    }
    if (id >= endpointMatches.length) {
      endpointMatches = Arrays.copyOf(endpointMatches, Math.max(id + 1, 2 * id));
    }
    if (endpointMatches[id] == 0) {
      Endpoint endpoint = definitions.endpoint(id);
      endpointMatches[id] =
          limit.endpoint().matches(endpoint.address(), endpoint.host()) ? YES : NO;
    }
    return endpointMatches[id] == YES;
  }

  private void grow(int capacity) {
    seen = Arrays.copyOf(seen, capacity);
    counts = Arrays.copyOf(counts, capacity);
    open = Arrays.copyOf(open, capacity);
  }

  /** Sites with a measure have ids below this. */
  int siteCount() {
    return seen.length;
  }

  /** The measure of a site in the limit's unit, or -1 if the site does not match. */
  double measured(int site) {
    if (site >= seen.length || !seen[site]) {
      return -1;
    }
    if (rates == null) {
      return counts[site];
    }
    Peak peak = rates.peak(site);
    return peak == null ? 0 : peak.perSecond();
  }
}
