package dev.churnagent.analysis;

import dev.churnagent.analysis.Findings.AddressCount;
import dev.churnagent.analysis.Findings.EndpointFindings;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.Findings.StackCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the values out of the tables once all events are counted. */
final class FindingsBuilder {
  static final int STACKS_PER_SITE = 20;

  private final Definitions definitions;
  private final ConnectionStatistics statistics;
  private final ScopeConnections scopes;
  private final SiteClients clients;
  private final SiteClosers closers;
  private final UnreadAnswers unreadAnswers;

  FindingsBuilder(Definitions definitions, ConnectionStatistics statistics, RunResults results) {
    this.definitions = definitions;
    this.statistics = statistics;
    this.scopes = results.scopes;
    this.clients = results.clients;
    this.closers = results.closers;
    this.unreadAnswers = results.unreadAnswers;
  }

  Findings build(
      List<RecordedRun> runs,
      List<LimitMeasurement> limits,
      FetchFindings fetches,
      PortFindings ports) {
    return new Findings(
        runs,
        sites(),
        endpoints(),
        statistics.totalPeak(),
        statistics.peakOpen(),
        portExhaustion(),
        limits,
        fetches,
        ports,
        statistics.steps());
  }

  private List<SiteFindings> sites() {
    List<List<AddressCount>> addresses = addressesBySite();
    List<List<Integer>> stacks = stacksBySite();
    List<SiteFindings> sites = new ArrayList<>();
    for (int id = 0; id < statistics.siteCount(); id++) {
      if (stacks.get(id).isEmpty()) {
        continue;
      }
      LibraryParts parts = parts(stacks.get(id));
      sites.add(
          new SiteFindings(
              id,
              definitions.site(id),
              statistics.site(id),
              statistics.sitePeak(id),
              addresses.get(id),
              scopes.of(id),
              stackCounts(stacks.get(id)),
              clients.of(id, definitions),
              parts.library,
              parts.transport,
              closers.of(id),
              unreadAnswers.of(id),
              isHandedOver(stacks.get(id))));
    }
    return sites;
  }

  /** By its connections; where there is none, by its stacks. */
  private boolean isHandedOver(List<Integer> stacks) {
    long handedOver = 0;
    long own = 0;
    for (int stack : stacks) {
      if (definitions.isHandedOver(stack)) {
        handedOver += weight(stack, stacks);
      } else {
        own += weight(stack, stacks);
      }
    }
    return handedOver > own;
  }

  /** Of most of its connections; where there is none, of most of its stacks. */
  private LibraryParts parts(List<Integer> stacks) {
    Map<LibraryParts, Long> weights = new LinkedHashMap<>();
    LibraryParts most = LibraryParts.NONE;
    for (int stack : stacks) {
      LibraryParts parts = definitions.partsOf(stack);
      Long before = weights.get(parts);
      weights.put(parts, weight(stack, stacks) + (before == null ? 0 : before));
    }
    for (Map.Entry<LibraryParts, Long> entry : weights.entrySet()) {
      Long highest = weights.get(most);
      most = highest == null || entry.getValue() > highest ? entry.getKey() : most;
    }
    return most;
  }

  /** Any connection outweighs all stacks of attempts. */
  private long weight(int stack, List<Integer> stacks) {
    return statistics.stackConnections(stack) * stacks.size() * 2 + 1;
  }

  /** With the place of its site in {@link #sites()}, which leaves some out. */
  private PortExhaustion portExhaustion() {
    PortExhaustion found = statistics.portExhaustion();
    if (found == null) {
      return null;
    }
    List<List<Integer>> stacks = stacksBySite();
    int place = 0;
    for (int id = 0; id < found.first().site(); id++) {
      place += stacks.get(id).isEmpty() ? 0 : 1;
    }
    return new PortExhaustion(
        found.errors(),
        new PortExhaustion.First(found.first().atNanos(), place, found.first().endpoint()));
  }

  /** Endpoints that differ only in the name that was asked for are one address to a site. */
  private List<List<AddressCount>> addressesBySite() {
    List<Map<String, Long>> counts = new ArrayList<>();
    for (int id = 0; id < statistics.siteCount(); id++) {
      counts.add(new HashMap<>());
    }
    statistics.forEachSiteEndpoint(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int endpoint, long count) {
            String address = definitions.endpoint(endpoint).address();
            Long before = counts.get(site).get(address);
            counts.get(site).put(address, before == null ? count : before + count);
          }
        });
    List<List<AddressCount>> addresses = new ArrayList<>();
    for (Map<String, Long> bySite : counts) {
      addresses.add(sorted(bySite));
    }
    return addresses;
  }

  private static List<AddressCount> sorted(Map<String, Long> counts) {
    List<AddressCount> sorted = new ArrayList<>();
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      sorted.add(new AddressCount(entry.getKey(), entry.getValue()));
    }
    sorted.sort(
        new Comparator<>() {
          @Override
          public int compare(AddressCount one, AddressCount other) {
            int order = Long.compare(other.connections(), one.connections());
            return order != 0 ? order : one.address().compareTo(other.address());
          }
        });
    return sorted;
  }

  /** The stacks that connected or tried to; sites without one are those of fetches only. */
  private List<List<Integer>> stacksBySite() {
    List<List<Integer>> stacks = new ArrayList<>();
    for (int id = 0; id < statistics.siteCount(); id++) {
      stacks.add(new ArrayList<>());
    }
    for (int stack = 0; stack < definitions.stackCount(); stack++) {
      int site = definitions.siteOfStack(stack);
      if (site < stacks.size() && statistics.isUsed(stack)) {
        stacks.get(site).add(stack);
      }
    }
    return stacks;
  }

  private List<StackCount> stackCounts(List<Integer> stacks) {
    stacks.sort(
        new Comparator<>() {
          @Override
          public int compare(Integer one, Integer other) {
            return Long.compare(
                statistics.stackConnections(other), statistics.stackConnections(one));
          }
        });
    List<StackCount> counts = new ArrayList<>();
    int shown = Math.min(STACKS_PER_SITE, stacks.size());
    for (int stack : stacks.subList(0, shown)) {
      counts.add(new StackCount(statistics.stackConnections(stack), definitions.framesOf(stack)));
    }
    if (shown < stacks.size()) {
      long rest = 0;
      for (int stack : stacks.subList(shown, stacks.size())) {
        rest += statistics.stackConnections(stack);
      }
      String note = "(" + (stacks.size() - shown) + " more stacks)";
      counts.add(new StackCount(rest, Collections.singletonList(note)));
    }
    return counts;
  }

  private List<EndpointFindings> endpoints() {
    List<EndpointFindings> endpoints = new ArrayList<>();
    for (int id = 0; id < definitions.endpointCount(); id++) {
      endpoints.add(
          new EndpointFindings(
              definitions.endpoint(id),
              statistics.endpointConnections(id),
              statistics.endpointFailures(id),
              statistics.endpointPeak(id)));
    }
    return endpoints;
  }
}
