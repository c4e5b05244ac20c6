package dev.churnagent.measure;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.Findings.AddressCount;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.Peak;
import dev.churnagent.analysis.ScopeAnalysis;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Rate;
import dev.churnagent.report.ChainWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of one measurement by types of the JDK: see {@code MeasurementHook}. */
final class Figures {
  private static final String NO_FETCHES =
      "this run records no fetches: option http is false, and nothing is watched";

  private Figures() {}

  /**
   * Puts them together.
   *
   * @param elsewhere null if there was nothing
   */
  static Map<String, Object> of(
      Measurement measurement,
      ScopeAnalysis.Result own,
      ScopeAnalysis.Result elsewhere,
      Set<String> problems,
      List<Ignore> ignores,
      long endNanos) {
    long connections = 0;
    long failed = 0;
    long openAtEnd = 0;
    for (SiteFindings site : own.sites()) {
      connections += site.statistics().connections();
      failed += site.statistics().failed();
      openAtEnd += site.statistics().openAtEnd();
    }
    List<Object> chains = chains(own, ignores);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("problems", new ArrayList<>(problems));
    figures.put("durationNanos", endNanos - measurement.beganAtNanos);
    figures.put("connections", connections);
    figures.put("failed", failed);
    figures.put("openAtEnd", openAtEnd);
    figures.put("peakOpen", own.peakOpen());
    figures.put("peakPerSecond", perSecond(own.peak()));
    figures.put("rates", rates(measurement.rates, own, elsewhere));
    figures.put("sites", sites(own.sites()));
    figures.put("elsewhere", elsewhere == null ? List.of() : sites(elsewhere.sites()));
    figures.put("chains", chains);
    figures.put("avoidableCalls", avoidable(own, ignores));
    figures.put("avoidableElsewhere", elsewhere == null ? 0L : avoidable(elsewhere, ignores));
    figures.put("fetchProblems", own.fetches() == null ? List.of(NO_FETCHES) : List.of());
    return figures;
  }

  private static double perSecond(Peak peak) {
    return peak == null ? 0 : peak.perSecond();
  }

  private static List<Object> rates(
      List<Rate> rates, ScopeAnalysis.Result own, ScopeAnalysis.Result elsewhere) {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      Rate rate = rates.get(i);
      double measured = perSecond(own.peaks().get(i));
      double more = elsewhere == null ? 0 : perSecond(elsewhere.peaks().get(i));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("rate", rate.text());
      row.put("allowedPerSecond", rate.perSecond());
      row.put("measuredPerSecond", measured);
      row.put("windowSeconds", rate.window().toNanos() / 1e9);
      row.put("held", measured <= rate.perSecond());
      row.put("heldWithElsewhere", measured + more <= rate.perSecond());
      rows.add(row);
    }
    return rows;
  }

  private static List<Object> sites(List<SiteFindings> found) {
    List<SiteFindings> sorted = new ArrayList<>(found);
    sorted.sort(
        new Comparator<>() {
          @Override
          public int compare(SiteFindings one, SiteFindings other) {
            int order =
                Long.compare(other.statistics().connections(), one.statistics().connections());
            return order != 0 ? order : one.site().describe().compareTo(other.site().describe());
          }
        });
    List<Object> rows = new ArrayList<>();
    for (SiteFindings site : sorted) {
      List<String> endpoints = new ArrayList<>();
      for (AddressCount address : site.endpoints()) {
        endpoints.add(address.address());
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("site", site.site().describe());
      row.put("connections", site.statistics().connections());
      row.put("failed", site.statistics().failed());
      row.put("endpoints", endpoints);
      rows.add(row);
    }
    return rows;
  }

  private static boolean isBlamed(ChainFindings chain, List<Ignore> ignores) {
    return chain.avoidableCalls() > 0
        && Ignore.first(ignores, chain.target(), chain.root().name()) == null;
  }

  private static long avoidable(ScopeAnalysis.Result found, List<Ignore> ignores) {
    long sum = 0;
    if (found.fetches() != null) {
      for (ChainFindings chain : found.fetches().chains()) {
        sum += isBlamed(chain, ignores) ? chain.avoidableCalls() : 0;
      }
    }
    return sum;
  }

  private static List<Object> chains(ScopeAnalysis.Result found, List<Ignore> ignores) {
    List<Object> rows = new ArrayList<>();
    if (found.fetches() == null) {
      return rows;
    }
    for (ChainFindings chain : found.fetches().chains()) {
      if (isBlamed(chain, ignores)) {
        List<String> steps = new ArrayList<>();
        for (ChainFindings.Step step : chain.steps()) {
          steps.add(ChainWords.step(chain, step));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("root", chain.root().name());
        row.put("steps", steps);
        row.put("target", chain.target());
        row.put("calls", chain.calls());
        row.put("avoidableCalls", chain.avoidableCalls());
        row.put("advice", ChainWords.advice(chain));
        rows.add(row);
      }
    }
    return rows;
  }
}
