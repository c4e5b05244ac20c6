package dev.churnagent.benchmarks.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each variant cost in each turn. */
public final class Turns {
  private final Map<String, Map<Integer, Cost>> costs = new LinkedHashMap<>();

  /** One operation, mean over a fork. */
  public record Cost(double cpuNanos, double wallNanos) {
    /** What a {@link BatchClient} printed. */
    public static Cost of(Map<String, Double> printed) {
      return new Cost(printed.get("cpuNanos"), printed.get("wallNanos"));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f ns CPU, %.0f ns wall", cpuNanos, wallNanos);
    }
  }

  void add(String variant, int turn, Cost cost) {
    costs.computeIfAbsent(variant, name -> new TreeMap<>()).put(turn, cost);
  }

  Set<String> variants() {
    return costs.keySet();
  }

  Statistics cpuMicros(String variant) {
    List<Double> values = new ArrayList<>();
    costs.get(variant).values().forEach(cost -> values.add(cost.cpuNanos / 1e3));
    return Statistics.of(values);
  }

  Statistics wallMicros(String variant) {
    List<Double> values = new ArrayList<>();
    costs.get(variant).values().forEach(cost -> values.add(cost.wallNanos / 1e3));
    return Statistics.of(values);
  }

  /** CPU relative to the plain JVM of the same turn; null if no turn has both. */
  Statistics cpuRatio(String variant) {
    Map<Integer, Cost> plain = costs.getOrDefault(Variant.NONE, Map.of());
    List<Double> ratios = new ArrayList<>();
    costs
        .get(variant)
        .forEach(
            (turn, cost) -> {
              if (plain.containsKey(turn)) {
                ratios.add(cost.cpuNanos / plain.get(turn).cpuNanos);
              }
            });
    return ratios.isEmpty() ? null : Statistics.of(ratios);
  }
}
