package dev.churnagent.analysis;

import dev.churnagent.analysis.Findings.AddressCount;
import dev.churnagent.analysis.Findings.EndpointFindings;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.RequestFindings.TargetCount;
import dev.churnagent.model.RequestKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many HTTP requests there were for each connection, by address: what tells a pool from
 * connections that are opened for one use. Requests have no call site in the findings, so a site is
 * judged by all requests to where it connects.
 */
public final class RequestRatios {
  private final Map<String, Long> requests = new HashMap<>();
  private final Map<String, Long> connections = new HashMap<>();

  /** Counts what was found; without fetches nothing is known. */
  public RequestRatios(Findings findings) {
    for (EndpointFindings found : findings.endpoints()) {
      add(connections, found.endpoint().address(), found.connections());
    }
    if (findings.fetches() == null) {
      return;
    }
    Map<String, Long> byAuthority = new HashMap<>();
    for (RequestFindings request : findings.fetches().requests()) {
      if (request.kind() == RequestKind.HTTP) {
        addRequest(byAuthority, request.target(), request.calls());
      }
      for (TargetCount beneath : request.beneath()) {
        addRequest(byAuthority, beneath.target(), beneath.calls());
      }
    }
    for (Map.Entry<String, Long> entry : byAuthority.entrySet()) {
      addToAddresses(HttpAuthority.of(entry.getKey()), entry.getValue(), findings.endpoints());
    }
  }

  /** Sums up by scheme, host and port: there are far fewer of them than URLs. */
  private static void addRequest(Map<String, Long> byAuthority, String target, long calls) {
    int start = target.indexOf("://");
    int slash = start < 0 ? -1 : target.indexOf('/', start + 3);
    int space = target.indexOf(' ');
    if (start >= 0) {
      add(byAuthority, target.substring(space + 1, slash < 0 ? target.length() : slash), calls);
    }
  }

  private void addToAddresses(
      HttpAuthority authority, long calls, List<EndpointFindings> endpoints) {
    for (EndpointFindings found : endpoints) {
      boolean isThere =
          authority.hasPortOf(found.endpoint()) && authority.isHostOf(found.endpoint());
      if (isThere && found.connections() > 0) {
        add(requests, found.endpoint().address(), calls);
        return;
      }
    }
  }

  private static void add(Map<String, Long> counts, String key, long count) {
    Long before = counts.get(key);
    counts.put(key, count + (before == null ? 0 : before));
  }

  /** Requests for each connection to the addresses of a site, or null if none are known. */
  public Double of(SiteFindings site) {
    long requested = 0;
    long opened = 0;
    for (AddressCount address : site.endpoints()) {
      Long known = requests.get(address.address());
      Long all = connections.get(address.address());
      requested += known == null ? 0 : known;
      opened += all == null ? 0 : all;
    }
    return requested == 0 || opened == 0 ? null : (Double) ((double) requested / opened);
  }
}
