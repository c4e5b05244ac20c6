package dev.churnagent.benchmarks.connect;

import dev.churnagent.benchmarks.harness.Statistics;
import dev.churnagent.benchmarks.harness.Table;
import dev.churnagent.benchmarks.harness.Variant;

/** The table, and whether the agent's targets are met. */
final class ConnectResults {
  private static final double DEFAULT_HEAP_TARGET = 1.25;
  private static final double SHALLOW_TARGET = 1.12;
  private static final double DEEP_TARGET = 1.18;

  private final Table table =
      new Table("JDK", "heap", "depth", "variant", "CPU us", "wall us", "CPU ratio", "target");
  private boolean hold = true;

  void add(String jdk, String heap, int depth, ConnectTurns turns) {
    for (String variant : turns.variants()) {
      Statistics ratio = variant.equals(Variant.NONE) ? null : turns.cpuRatio(variant);
      double target = variant.equals("agent") ? target(heap, depth) : Double.NaN;
      table.row(
          jdk,
          heap,
          depth,
          variant,
          turns.cpuMicros(variant).text(2),
          turns.wallMicros(variant).text(2),
          ratio == null ? "1" : ratio.text(3),
          Double.isNaN(target) ? "" : target);
      hold &= Double.isNaN(target) || ratio != null && ratio.median() <= target;
    }
    hold &= !turns.variants().isEmpty();
  }

  private static double target(String heap, int depth) {
    if (heap.equals("default")) {
      return DEFAULT_HEAP_TARGET;
    }
    return depth <= 10 ? SHALLOW_TARGET : depth <= 40 ? DEEP_TARGET : Double.NaN;
  }

  Table table() {
    return table;
  }

  boolean hold() {
    return hold;
  }
}
