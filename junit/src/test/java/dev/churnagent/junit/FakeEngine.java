package dev.churnagent.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as the agent does, with figures that a test sets. */
final class FakeEngine implements Engine {
  final Map<String, Object> figures = new HashMap<>();
  final List<Map<String, Object>> begun = new ArrayList<>();
  int ended;

  FakeEngine() {
    figures.put("problems", List.of());
    figures.put("durationNanos", 5_000_000L);
    figures.put("connections", 0L);
    figures.put("failed", 0L);
    figures.put("openAtEnd", 0L);
    figures.put("peakOpen", 0L);
    figures.put("peakPerSecond", 0.0);
    figures.put("rates", List.of());
    figures.put("sites", List.of());
    figures.put("elsewhere", List.of());
    figures.put("chains", List.of());
    figures.put("avoidableCalls", 0L);
    figures.put("avoidableElsewhere", 0L);
    figures.put("fetchProblems", List.of());
  }

  /** Connections at sites: text and count in turn. */
  FakeEngine opened(Object... sitesAndCounts) {
    List<Object> sites = sites(sitesAndCounts);
    long sum = 0;
    for (Object site : sites) {
      sum += (Long) ((Map<?, ?>) site).get("connections");
    }
    figures.put("connections", sum);
    figures.put("sites", sites);
    return this;
  }

  FakeEngine openedElsewhere(Object... sitesAndCounts) {
    figures.put("elsewhere", sites(sitesAndCounts));
    return this;
  }

  private static List<Object> sites(Object... sitesAndCounts) {
    List<Object> sites = new ArrayList<>();
    for (int i = 0; i < sitesAndCounts.length; i += 2) {
      long count = (Integer) sitesAndCounts[i + 1];
      List<String> endpoints = List.of("127.0.0.1:80", "a:1", "b:2", "c:3");
      sites.add(
          Map.of(
              "site",
              sitesAndCounts[i],
              "connections",
              count,
              "failed",
              0L,
              "endpoints",
              endpoints.subList(0, i == 0 ? 1 : 4)));
    }
    return sites;
  }

  FakeEngine rate(double measured, double window, boolean held, boolean heldWithElsewhere) {
    figures.put(
        "rates",
        List.of(
            Map.of(
                "rate", "-",
                "allowedPerSecond", 5.0,
                "measuredPerSecond", measured,
                "windowSeconds", window,
                "held", held,
                "heldWithElsewhere", heldWithElsewhere)));
    return this;
  }

  FakeEngine redundant(long avoidable) {
    figures.put("avoidableCalls", avoidable);
    figures.put(
        "chains",
        List.of(
            Map.of(
                "root",
                "com.acme.Flow#run",
                "steps",
                List.of("com.acme.Flow.run(Flow.java:3) calls com.acme.StepA#run"),
                "target",
                "GET http://a/b",
                "calls",
                avoidable + 1,
                "avoidableCalls",
                avoidable,
                "advice",
                "Fetch once.")));
    return this;
  }

  FakeEngine with(String key, Object value) {
    figures.put(key, value);
    return this;
  }

  /** Nothing but this one line. */
  FakeEngine refusing(String key, String line) {
    figures.clear();
    figures.put(key, line);
    return this;
  }

  @Override
  public Object begin(Map<String, Object> options) {
    begun.add(options);
    return this;
  }

  @Override
  public Map<String, Object> end(Object token) {
    ended++;
    return figures;
  }
}
