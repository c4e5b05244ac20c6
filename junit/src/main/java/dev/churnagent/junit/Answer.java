package dev.churnagent.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the agent said at the end of a measurement, by the keys of its {@code MeasurementHook}. */
final class Answer {
  private final Map<String, Object> values;

  /** Takes what the agent gave, which is null if it has ended meanwhile. */
  Answer(Map<String, Object> values) {
    this.values = values;
  }

  /** Why there are no figures, in one line; null if there are. */
  String refusal() {
    if (values == null) {
      return "the agent stopped recording before the end";
    }
    if (values.get("mistake") instanceof String mistake) {
      return mistake;
    }
    return values.get("fault") instanceof String fault ? "could not be measured: " + fault : null;
  }

  ChurnFigures figures() {
    List<ChurnFigures.Chain> chains = new ArrayList<>();
    for (Map<?, ?> chain : rows(values, "chains")) {
      chains.add(
          new ChurnFigures.Chain(
              (String) chain.get("root"),
              texts(chain, "steps"),
              (String) chain.get("target"),
              number(chain, "calls"),
              number(chain, "avoidableCalls"),
              (String) chain.get("advice")));
    }
    return new ChurnFigures(
        number(values, "connections"),
        number(values, "failed"),
        number(values, "openAtEnd"),
        number(values, "peakOpen"),
        (Double) values.get("peakPerSecond"),
        Duration.ofNanos(number(values, "durationNanos")),
        sites("sites"),
        sites("elsewhere"),
        List.copyOf(chains),
        number(values, "avoidableCalls"),
        texts(values, "problems"));
  }

  private List<ChurnFigures.Site> sites(String key) {
    List<ChurnFigures.Site> sites = new ArrayList<>();
    for (Map<?, ?> site : rows(values, key)) {
      sites.add(
          new ChurnFigures.Site(
              (String) site.get("site"),
              number(site, "connections"),
              number(site, "failed"),
              texts(site, "endpoints")));
    }
    return List.copyOf(sites);
  }

  /**
   * A rate that was asked for.
   *
   * @param heldWithElsewhere whether it would have held with what was opened elsewhere
   */
  record JudgedRate(
      double perSecond, double windowSeconds, boolean held, boolean heldWithElsewhere) {}

  /** The only rate that was asked for. */
  JudgedRate rate() {
    Map<?, ?> row = rows(values, "rates").get(0);
    return new JudgedRate(
        (Double) row.get("measuredPerSecond"),
        (Double) row.get("windowSeconds"),
        (Boolean) row.get("held"),
        (Boolean) row.get("heldWithElsewhere"));
  }

  /** Avoidable fetches on threads of which it is not known whose work they do. */
  long avoidableElsewhere() {
    return number(values, "avoidableElsewhere");
  }

  /** Why repeats may have been missed; empty if none were. */
  List<String> fetchProblems() {
    return texts(values, "fetchProblems");
  }

  private static long number(Map<?, ?> row, String key) {
    return (Long) row.get(key);
  }

  private static List<String> texts(Map<?, ?> row, String key) {
    List<String> texts = new ArrayList<>();
    for (Object text : (List<?>) row.get(key)) {
      texts.add((String) text);
    }
    return List.copyOf(texts);
  }

  private static List<Map<?, ?>> rows(Map<?, ?> row, String key) {
    List<Map<?, ?>> rows = new ArrayList<>();
    for (Object each : (List<?>) row.get(key)) {
      rows.add((Map<?, ?>) each);
    }
    return rows;
  }
}
