package dev.churnagent.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/** The table of a benchmark in pairs, and whether the agent's targets are met. */
final class Results {
  private static final List<String> COLUMNS =
      List.of("variant", "CPU us", "wall us", "CPU ratio", "target");

  private final Table table;
  private boolean hold = true;

  /** A table with these headings before its own. */
  Results(List<String> headings) {
    table = new Table(joined(headings, COLUMNS).toArray(new String[0]));
  }

  /** Adds a row for each variant. */
  void add(PairedFork fork, Turns turns) {
    for (String variant : turns.variants()) {
      Statistics ratio = variant.equals(Variant.NONE) ? null : turns.cpuRatio(variant);
      double target = variant.equals(Variant.AGENT) ? fork.target() : Double.NaN;
      List<?> measured =
          List.of(
              variant,
              turns.cpuMicros(variant).text(2),
              turns.wallMicros(variant).text(2),
              ratio == null ? "1" : ratio.text(3),
              Double.isNaN(target) ? "" : target);
      table.row(joined(fork.cells(), measured).toArray());
      hold &= Double.isNaN(target) || ratio != null && ratio.median() <= target;
    }
    hold &= !turns.variants().isEmpty();
  }

  private static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  Table table() {
    return table;
  }

  boolean hold() {
    return hold;
  }
}
