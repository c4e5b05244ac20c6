package dev.churnagent.report;

import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.Remedy;
import dev.churnagent.report.Report.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what a remedy is about and how it is done, in one sentence each. */
final class RemedyWords {
  private static final int NAMED = 3;

  private final PortFindings ports;
  private final List<Site> sites;
  private final List<Chain> redundant = new ArrayList<>();

  RemedyWords(PortFindings ports, List<Site> sites, List<Chain> chains) {
    this.ports = ports;
    this.sites = sites;
    if (chains != null) {
      for (Chain chain : chains) {
        if (chain.isRedundant()) {
          redundant.add(chain);
        }
      }
    }
  }

  /** Whether there are avoidable calls that nobody accepted. */
  boolean anyChain() {
    return !redundant.isEmpty();
  }

  long avoidableConnections() {
    long sum = 0;
    for (Chain chain : redundant) {
      sum += chain.avoidableConnections();
    }
    return sum;
  }

  /** The roots of the chains, the worst first. */
  String roots() {
    Set<String> roots = new LinkedHashSet<>();
    for (Chain chain : redundant) {
      roots.add(chain.root());
    }
    return enumeration(new ArrayList<>(roots));
  }

  private static String enumeration(List<String> names) {
    int shown = Math.min(NAMED, names.size());
    String text = String.join(", ", names.subList(0, shown));
    return shown == names.size()
        ? text
        : text + " and " + Numbers.count(names.size() - shown) + " more";
  }

  String cache() {
    Chain worst = redundant.get(0);
    String how =
        "Fetch once "
            + Names.place(worst.root())
            + " and pass it on: "
            + Numbers.count(worst.avoidableCalls())
            + " of "
            + Numbers.count(worst.calls(), "call")
            + " of "
            + worst.target()
            + " and "
            + Numbers.count(worst.avoidableConnections(), "connection")
            + " are needless";
    return redundant.size() == 1
        ? how + "."
        : how + "; likewise in " + Numbers.count(redundant.size() - 1, "more chain") + ".";
  }

  String reuse(Pools pools) {
    String how = "Keep connections and use them again, in a pool of " + pools.sizes();
    return sites.isEmpty()
        ? how + "."
        : how + "; most are opened at " + sites.get(0).describe() + ".";
  }

  /** The endpoints with another hop behind them. */
  String hopTargets(PortUse use) {
    List<String> targets = new ArrayList<>();
    for (int d = 0; d < use.byDestination().count(); d++) {
      if (use.byDestination().hops(d) > 1) {
        targets.add(ports.destinations().get(d));
      }
    }
    return enumeration(targets);
  }

  String skipHop(PortUse use) {
    int more = use.hops() - 1;
    return "Connect straight to what stands behind "
        + hopTargets(use)
        + ": each connection to there makes "
        + more
        + " more on the same machine, which "
        + (more == 1 ? "holds a port" : "hold ports")
        + " just as long.";
  }

  String widenPorts(PortUse use) {
    return WidePorts.command(use.profile().os())
        + ": "
        + Numbers.count(WidePorts.ports(use.profile().os()))
        + " ports instead of "
        + Numbers.count(use.profile().ports())
        + ". That only puts it off.";
  }

  static String together(List<String> kinds, PortLoad before, PortLoad after) {
    int last = kinds.size() - 1;
    return String.join(", ", kinds.subList(0, last))
        + " and "
        + kinds.get(last)
        + " together: "
        + times(after.roomOver(before))
        + " times the room.";
  }

  private static String times(double room) {
    if (Double.isInfinite(room)) {
      return "any number of";
    }
    return room < 100 ? Numbers.decimal(room, 1) : Numbers.count(Math.round(room));
  }

  /** What changes, e.g. {@code connections 960 -> 192, TIME_WAIT peak 960 -> 192, ...}. */
  static String figures(Remedy remedy) {
    StringBuilder text = new StringBuilder();
    if (remedy.connectionsAfter() != remedy.connectionsBefore()) {
      text.append("connections ").append(Numbers.count(remedy.connectionsBefore()));
      text.append(" -> ").append(Numbers.count(remedy.connectionsAfter())).append(", ");
    }
    if (remedy.timeWaitPeakAfter() != remedy.timeWaitPeakBefore()) {
      text.append("TIME_WAIT peak ").append(Numbers.count(remedy.timeWaitPeakBefore()));
      text.append(" -> ").append(Numbers.count(remedy.timeWaitPeakAfter())).append(", ");
    }
    return text.append("ports taken ").append(ports(remedy)).toString();
  }

  private static String ports(Remedy remedy) {
    double before = remedy.portUsePercentBefore();
    double after = remedy.portUsePercentAfter();
    int decimals = Numbers.decimalsToTellApart(before, after, 1);
    boolean isNearlyNone = after > 0 && Numbers.decimal(after, decimals).equals("0");
    return Numbers.decimal(before, decimals)
        + "% -> "
        + (isNearlyNone ? "under 0.1%" : Numbers.decimal(after, decimals) + "%");
  }
}
