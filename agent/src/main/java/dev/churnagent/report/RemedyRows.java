package dev.churnagent.report;

import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.report.Report.Remedy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the report's {@code remedies}: what could be done, on the system that has the highest share
 * of its ports taken, and what the port model says would be left.
 *
 * <ul>
 *   <li>{@code cache}: a replay without the connections of avoidable calls, accepted repeats
 *       excepted.
 *   <li>{@code reuse}: {@link Pools}.
 *   <li>{@code skip-hop}: the same replay, counted without the other hops on that machine.
 *   <li>{@code widen-ports}: the same peaks in the range of {@link WidePorts}.
 *   <li>{@code all}: those together. Of {@code cache} and {@code reuse} only the one that spares
 *       more connections counts: a call that is not made needs no pool, and a pool does not grow
 *       smaller by fewer calls, so what they spare is not added up.
 * </ul>
 */
final class RemedyRows {
  /** Below this share of the ports nothing is done about ports: it would be no use to anybody. */
  static final double HEALTHY_PERCENT = 1;

  private final PortUse use;
  private final PortUse cached;
  private final PortLoad before;
  private final Pools pools;
  private final RemedyWords words;
  private final List<Remedy> rows = new ArrayList<>();

  /**
   * The rows, those that save most first, then {@code all}; empty if nothing is wrong.
   *
   * @param connections in all
   * @param chains null if no fetches were recorded
   * @param ranOut whether connects failed for want of a port
   */
  static List<Remedy> of(
      PortFindings ports,
      List<Report.Site> sites,
      List<Report.Chain> chains,
      long connections,
      boolean ranOut) {
    int worst = worst(ports);
    RemedyWords words = new RemedyWords(ports, sites, chains);
    boolean isHealthy = ports.profiles().get(worst).usePercent() < HEALTHY_PERCENT && !ranOut;
    if (isHealthy && !words.anyChain()) {
      return List.of();
    }
    return new RemedyRows(ports, worst, words, connections).rows();
  }

  /**
   * The profile with the most taken; of equals that whose replay without avoidable calls is known.
   */
  private static int worst(PortFindings ports) {
    int worst = 0;
    for (int i = 1; i < ports.profiles().size(); i++) {
      int order =
          Double.compare(
              ports.profiles().get(i).usePercent(), ports.profiles().get(worst).usePercent());
      boolean isKnownBetter =
          ports.withoutAvoidable().get(worst) == null && ports.withoutAvoidable().get(i) != null;
      worst = order > 0 || order == 0 && isKnownBetter ? i : worst;
    }
    return worst;
  }

  private RemedyRows(PortFindings ports, int worst, RemedyWords words, long connections) {
    this.words = words;
    use = ports.profiles().get(worst);
    cached = ports.withoutAvoidable().get(worst);
    before = new PortLoad(connections, use.peakTimeWait(), use.usePercent());
    pools = new Pools(ports, use);
  }

  private List<Remedy> rows() {
    boolean canCache = cached != null && words.avoidableConnections() > 0;
    boolean canReuse = !pools.areNeedless();
    boolean areManyPorts = use.usePercent() >= HEALTHY_PERCENT;
    boolean canSkip = use.hops() > 1 && areManyPorts;
    boolean canWiden = WidePorts.ports(use.profile().os()) > use.profile().ports() && areManyPorts;
    if (canCache) {
      add("cache", words.roots(), cache(false), words.cache());
    }
    if (canReuse) {
      add("reuse", pools.targets(), pools.load(before, false), words.reuse(pools));
    }
    if (canSkip) {
      add("skip-hop", words.hopTargets(use), direct(), words.skipHop(use));
    }
    if (canWiden) {
      add("widen-ports", use.profile().os(), wider(before), words.widenPorts(use));
    }
    sort();
    addAll(canCache, canReuse, canSkip, canWiden);
    return Collections.unmodifiableList(rows);
  }

  private void add(String kind, String target, PortLoad after, String how) {
    rows.add(
        new Remedy(
            kind,
            target,
            before.connections(),
            after.connections(),
            before.timeWaitPeak(),
            after.timeWaitPeak(),
            how,
            use.profile().os(),
            use.hops(),
            before.usePercent(),
            after.usePercent()));
  }

  private PortLoad cache(boolean direct) {
    return new PortLoad(
            Math.max(0, before.connections() - words.avoidableConnections()),
            direct ? cached.directPeakTimeWait() : cached.peakTimeWait(),
            direct ? cached.directUsePercent() : cached.usePercent())
        .atMost(before);
  }

  private PortLoad direct() {
    return new PortLoad(before.connections(), use.directPeakTimeWait(), use.directUsePercent());
  }

  private PortLoad wider(PortLoad load) {
    return load.onRange(use.profile().ports(), WidePorts.ports(use.profile().os()));
  }

  /** By sockets in TIME_WAIT that are saved, then connections, then ports; else as they are. */
  private void sort() {
    rows.sort(
        new Comparator<>() {
          @Override
          public int compare(Remedy one, Remedy other) {
            int order = Long.compare(one.timeWaitPeakAfter(), other.timeWaitPeakAfter());
            order =
                order != 0 ? order : Long.compare(one.connectionsAfter(), other.connectionsAfter());
            return order != 0
                ? order
                : Double.compare(one.portUsePercentAfter(), other.portUsePercentAfter());
          }
        });
  }

  private void addAll(boolean canCache, boolean canReuse, boolean canSkip, boolean canWiden) {
    List<String> kinds = new ArrayList<>();
    PortLoad after = canSkip ? direct() : before;
    if (canReuse && (!canCache || poolsSpareMore())) {
      kinds.add("reuse");
      after = pools.load(before, canSkip);
    } else if (canCache) {
      kinds.add("cache");
      after = cache(canSkip);
    }
    if (canSkip) {
      kinds.add("skip-hop");
    }
    if (canWiden) {
      kinds.add("widen-ports");
      after = wider(after);
    }
    if (kinds.size() > 1) {
      add("all", String.join(", ", kinds), after, RemedyWords.together(kinds, before, after));
    }
  }

  private boolean poolsSpareMore() {
    return pools.load(before, false).connections() < cache(false).connections();
  }
}
