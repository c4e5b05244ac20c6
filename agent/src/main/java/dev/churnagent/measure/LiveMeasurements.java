package dev.churnagent.measure;

import dev.churnagent.analysis.ScopeAnalysis;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Rate;
import dev.churnagent.hook.MeasurementEngine;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.call.CallRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures for tests. A small class, made at the start of each run; all that is larger is loaded
 * when something is measured.
 */
public final class LiveMeasurements implements MeasurementEngine {
  private final JournalWriter journal;
  private final Faults faults;
  private final CallRecorder calls;
  private final Hooks hooks;
  private final Path file;
  private final List<Ignore> ignores;

  /** A {@link LiveJournal}, not by its type, which would load it; null before the first use. */
  private Object reader;

  /**
   * Creates it; {@link dev.churnagent.hook.MeasurementHook#setEngine} makes it reachable.
   *
   * @param file the journal's
   * @param ignores repeats that the user accepts
   */
  public LiveMeasurements(
      JournalWriter journal,
      Faults faults,
      CallRecorder calls,
      Hooks hooks,
      Path file,
      List<Ignore> ignores) {
    this.journal = journal;
    this.faults = faults;
    this.calls = calls;
    this.hooks = hooks;
    this.file = file;
    this.ignores = ignores;
  }

  @Override
  public Object begin(Map<String, ?> options) {
    try {
      return started(options);
    } catch (ConfigurationException e) {
      return refused("mistake", e.getMessage());
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private Object started(Map<String, ?> options) throws ConfigurationException {
    List<Rate> rates = new ArrayList<>();
    if (options.get("rates") instanceof List<?> given) {
      for (Object rate : given) {
        rates.add(Rate.parse("rate of connections", String.valueOf(rate)));
      }
    }
    hooks.followWork();
    LiveJournal live = live();
    long lost = journal.lostEvents();
    Object scope = calls.measurementStarted(Boolean.TRUE.equals(options.get("alone")));
    if (scope == null) {
      return refused("fault", "there were too many watched methods to measure anything");
    }
    Measurement measurement =
        new Measurement(live, scope, CallRecorder.scopeId(scope), rates, lost, journal.now());
    live.open.add(measurement);
    return measurement;
  }

  private synchronized LiveJournal live() {
    LiveJournal live = (LiveJournal) reader;
    if (live == null || live.isBroken()) {
      live = new LiveJournal(file);
      reader = live;
    }
    return live;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> end(Object token) {
    if (token instanceof Map<?, ?>) {
      return (Map<String, Object>) token;
    }
    try {
      return ended((Measurement) token);
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private Map<String, Object> ended(Measurement measurement) throws IOException {
    calls.scopeEnded(measurement.scope);
    long endNanos = journal.now();
    LiveJournal live = measurement.live;
    Set<String> problems = new LinkedHashSet<>();
    synchronized (live) {
      try {
        live.readTo(journal.position());
      } finally {
        // From here on nothing more comes to it, so it may be analysed without the lock.
        live.open.remove(measurement);
      }
      problems.addAll(live.lastingTroubles());
      problems.addAll(measurement.troubles);
    }
    if (!measurement.wasSeen()) {
      return refused(
          "fault", "the journal took no more; " + journal.lostEvents() + " events were lost");
    }
    problems.addAll(hooks.unhooked());
    return figures(measurement, endNanos, problems);
  }

  private Map<String, Object> figures(
      Measurement measurement, long endNanos, Set<String> problems) {
    long lost = journal.lostEvents() - measurement.lostBefore;
    if (lost > 0) {
      problems.add(lost + " events were lost meanwhile");
    }
    if (measurement.hadTooManyScopes()) {
      problems.add("there were more scopes within than can be followed");
    }
    ScopeAnalysis.Result own = measurement.ownResult(endNanos);
    problems.addAll(own.degraded());
    return Figures.of(
        measurement, own, measurement.elsewhereResult(endNanos), problems, ignores, endNanos);
  }

  /** What {@link #end} gives for a measurement that is none. */
  private static Map<String, Object> refused(String key, String line) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put(key, line);
    return figures;
  }

  private Map<String, Object> failed(Throwable fault) {
    try {
      faults.missed(fault);
      return refused("fault", "the agent failed with " + fault);
    } catch (Throwable again) {
      // No memory or no stack for more.
      return Map.of("fault", "the agent failed");
    }
  }
}
