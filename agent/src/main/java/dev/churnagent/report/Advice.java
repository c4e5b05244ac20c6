package dev.churnagent.report;

import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.Failures;
import dev.churnagent.report.Report.Remedy;
import dev.churnagent.report.Report.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * What to do next, told from what the report holds: the worst chain, the best remedy, the signature
 * of each site. Each rule has a threshold below which it keeps silent, so that a small or healthy
 * run gets no advice.
 */
public final class Advice {
  private static final long MANY_FAILURES = 10;
  private static final double NOTABLE = 0.2;

  private Advice() {}

  /** One sentence for each piece of advice, the most urgent first; empty if nothing stands out. */
  public static List<String> of(Report report) {
    List<String> advice = new ArrayList<>();
    worstChain(advice, report.chains());
    if (report.portExhaustion() != null && report.portExhaustion().errors() > 0) {
      advice.add(
          "Ports ran out "
              + Numbers.count(report.portExhaustion().errors(), "time")
              + ", first at "
              + report.portExhaustion().first().site()
              + ": connect less often first; more ports only put it off.");
    }
    bestRemedy(advice, report.remedies());
    for (Site site : report.sites()) {
      signature(advice, site);
      forgotten(advice, site);
      resets(advice, site);
      failures(advice, site);
    }
    return advice;
  }

  /** Not to connect at all is better than any way to connect. */
  private static void worstChain(List<String> advice, List<Chain> chains) {
    Chain worst = null;
    if (chains != null) {
      for (Chain chain : chains) {
        boolean isWorse = worst == null || chain.avoidableCalls() > worst.avoidableCalls();
        worst = chain.isRedundant() && isWorse ? chain : worst;
      }
    }
    if (worst != null) {
      advice.add(
          "Fetch "
              + Names.target(worst.target())
              + " once "
              + Names.shortPlace(worst.root())
              + firstLine(worst)
              + " and pass it on: that spares "
              + Numbers.count(worst.avoidableCalls())
              + " of "
              + Numbers.count(worst.calls(), "call")
              + (worst.avoidableConnections() == 0
                  ? "."
                  : " and " + Numbers.count(worst.avoidableConnections(), "connection") + "."));
    }
  }

  private static String firstLine(Chain chain) {
    Integer line = chain.lines().isEmpty() ? null : chain.lines().get(0);
    return line == null ? "" : ", before line " + line + ",";
  }

  /** The first row saves most; the last may be all together. */
  private static void bestRemedy(List<String> advice, List<Remedy> remedies) {
    if (remedies == null || remedies.isEmpty()) {
      return;
    }
    Remedy best = remedies.get(0);
    Remedy last = remedies.get(remedies.size() - 1);
    advice.add(
        "What saves most on "
            + best.os()
            + " is "
            + action(best)
            + ": "
            + RemedyWords.figures(best)
            + (last.kind().equals("all") ? "; " + last.how() : "."));
  }

  private static String action(Remedy remedy) {
    return switch (remedy.kind()) {
      case "cache" -> "to fetch once";
      case "reuse" -> "to reuse connections";
      case "skip-hop" -> "to skip what stands in between";
      default -> "more ports";
    };
  }

  private static void signature(List<String> advice, Site site) {
    String cure = site.signature() == null ? null : cure(site);
    if (cure != null) {
      advice.add(name(site) + cure);
    }
  }

  private static String cure(Site site) {
    return switch (site.signature()) {
      case "close-first" ->
          " opens a connection for each use and closes it first: reuse one (a shared client"
              + " with keep-alive, a pool); each close leaves a port in TIME_WAIT.";
      case "peer-first" ->
          " gets its connections closed by the peer after each use: turn on keep-alive there,"
              + " or don't ask it to close.";
      case "leak" ->
          " left "
              + Numbers.count(site.openAtEnd())
              + " connections open, more and more: close them (try-with-resources).";
      case "hoard" ->
          (site.openAtEnd() > 0
                  ? " left " + Numbers.count(site.openAtEnd()) + " connections open"
                  : " held " + Numbers.count(site.peakOpen()) + " connections open at once")
              + ": close them (try-with-resources), or bound the pool.";
      default -> null;
    };
  }

  private static void forgotten(List<String> advice, Site site) {
    if (site.closedByCollector() > 0) {
      advice.add(
          name(site)
              + " had "
              + Numbers.count(site.closedByCollector(), "connection")
              + " that the program never closed: garbage collection did. Close them"
              + " (try-with-resources); until it runs they stay open.");
    }
  }

  private static void resets(List<String> advice, Site site) {
    long resets = site.closedFirst().reset();
    if (resets >= MANY_FAILURES && resets >= NOTABLE * site.closed()) {
      advice.add(
          name(site)
              + " had "
              + Numbers.count(resets)
              + " connections reset: read responses to their end before closing, look for linger 0"
              + " and for a peer that crashes.");
    }
  }

  private static void failures(List<String> advice, Site site) {
    for (Failures failure : site.failures()) {
      boolean isNotable =
          failure.count() >= MANY_FAILURES && failure.count() >= NOTABLE * site.connections();
      String remedy = isNotable ? remedy(failure.kind()) : null;
      if (remedy != null) {
        advice.add(
            name(site)
                + " failed "
                + Numbers.count(failure.count())
                + " times ("
                + failure.kind()
                + "): "
                + remedy);
      }
    }
  }

  private static String remedy(String kind) {
    return switch (kind) {
      case "refused" -> "nobody listens there; wait longer before each new attempt.";
      case "timeout" -> "the peer does not answer; look at its backlog and at firewalls.";
      case "unreachable" -> "there is no route; look at the address and the network.";
      case "unresolved" -> "the name has no address; look at its spelling and at DNS.";
      default -> null;
    };
  }

  /** Class without package, method and line: enough beside the list of sites. */
  private static String name(Site site) {
    String simple = site.className().substring(site.className().lastIndexOf('.') + 1);
    if (site.method() == null) {
      return simple;
    }
    return simple + "." + site.method() + (site.line() == null ? "" : ":" + site.line());
  }
}
