package dev.churnagent.analysis;

import dev.churnagent.config.Ignore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The connections that the chains of a recording could have done without: where they were opened,
 * so that a replay can leave them out, and how many of them ended in TIME_WAIT.
 *
 * <p>Of the connections of a target it is not known which ones were avoidable. A replay therefore
 * leaves out the same share of each.
 */
final class AvoidableConnections {
  private final Map<String, Double> timeWaitShares = new HashMap<>();
  private final Map<String, Double> sparedByAddress = new HashMap<>();
  private final double[] sparedByStack;
  private double sparedAnywhere;
  private boolean areAny;

  /**
   * Creates one after the first pass.
   *
   * @param fetches null if none were recorded
   * @param ignores repeats that are accepted: nothing is to be done about them
   */
  AvoidableConnections(
      Definitions definitions,
      ConnectionStatistics statistics,
      FetchFindings fetches,
      List<Ignore> ignores) {
    sparedByStack = new double[definitions.stackCount()];
    Map<String, Long> avoidable = new HashMap<>();
    if (fetches != null) {
      for (ChainFindings chain : fetches.chains()) {
        if (chain.avoidableConnections() > 0) {
          long counted = isAccepted(chain, ignores) ? 0 : chain.avoidableConnections();
          Long before = avoidable.get(chain.target());
          avoidable.put(chain.target(), counted + (before == null ? 0 : before));
        }
      }
    }
    if (!avoidable.isEmpty()) {
      TargetFinder finder = new TargetFinder(definitions, statistics, fetches.requests());
      long connections = connections(definitions, statistics);
      for (Map.Entry<String, Long> entry : avoidable.entrySet()) {
        add(entry.getKey(), entry.getValue(), finder.of(entry.getKey()), connections);
      }
    }
  }

  private static boolean isAccepted(ChainFindings chain, List<Ignore> ignores) {
    return Ignore.first(ignores, chain.target(), chain.root().name()) != null;
  }

  private static long connections(Definitions definitions, ConnectionStatistics statistics) {
    long sum = 0;
    for (int stack = 0; stack < definitions.stackCount(); stack++) {
      sum += statistics.stackConnections(stack);
    }
    return sum;
  }

  private void add(String target, long avoidable, TargetConnections opened, long connections) {
    areAny |= avoidable > 0;
    if (opened == null) {
      sparedAnywhere += connections == 0 ? 0 : (double) avoidable / connections;
      return;
    }
    timeWaitShares.put(target, opened.timeWaitShare());
    double share = Math.min(1, (double) avoidable / opened.all());
    for (int stack = opened.stacks().nextSetBit(0);
        stack >= 0;
        stack = opened.stacks().nextSetBit(stack + 1)) {
      sparedByStack[stack] += share;
    }
    for (String address : opened.addresses()) {
      Double before = sparedByAddress.get(address);
      sparedByAddress.put(address, share + (before == null ? 0 : before));
    }
  }

  /** By the target of a chain: the share of its connections that ended in TIME_WAIT on our side. */
  Map<String, Double> timeWaitShares() {
    return timeWaitShares;
  }

  /** What is left without the avoidable connections, or null if there are none. */
  ConnectionWeights left(PortDestinations destinations) {
    return areAny ? new Left(destinations) : null;
  }

  private final class Left implements ConnectionWeights {
    private final PortDestinations destinations;
    private double[] sparedByDestination = {};

    private Left(PortDestinations destinations) {
      this.destinations = destinations;
    }

    @Override
    public double of(int stack, int destination) {
      int known = sparedByDestination.length;
      if (destination >= known) {
        sparedByDestination = Arrays.copyOf(sparedByDestination, destination + 16);
        Arrays.fill(sparedByDestination, known, sparedByDestination.length, Double.NaN);
      }
      if (Double.isNaN(sparedByDestination[destination])) {
        Double spared = sparedByAddress.get(destinations.addresses().get(destination));
        sparedByDestination[destination] = spared == null ? 0 : spared;
      }
      double byStack = stack < sparedByStack.length ? sparedByStack[stack] : 0;
      return Math.max(0, 1 - byStack - sparedByDestination[destination] - sparedAnywhere);
    }
  }
}
