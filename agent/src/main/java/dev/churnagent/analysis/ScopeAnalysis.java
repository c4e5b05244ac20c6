package dev.churnagent.analysis;

import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Analyses the records of one scope of a run that goes on, as {@link RecordingAnalysis} does those
 * of whole runs; nothing of ports. The caller picks the records: those of the scope, and before
 * them the definitions that they need.
 */
public final class ScopeAnalysis {
  private final Definitions definitions = new Definitions();
  private final ConnectionStatistics statistics = new ConnectionStatistics();
  private final RunResults results = new RunResults(false);
  private final SlidingPeaks[] rates;
  private final RunReader reader;

  /**
   * Begins one.
   *
   * @param windows further windows to find the highest rate of all connections in
   */
  public ScopeAnalysis(RunInfo run, List<Duration> windows) {
    this.rates = new SlidingPeaks[windows.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = new SlidingPeaks(windows.get(i).toNanos());
    }
    EventSink counts =
        new RunEvents(statistics, new LimitMeasurements(List.of(), definitions), definitions);
    this.reader = new RunReader(definitions, List.of(), new Rates(counts, rates), results);
    reader.runStarted(run);
  }

  /** Takes the scope's records and the definitions; neither start nor end of the run. */
  public RecordingHandler records() {
    return reader;
  }

  /**
   * Ends it.
   *
   * @param atNanos since the run's start
   */
  public Result end(long atNanos) {
    reader.runEnded(atNanos, EndReason.NOT_SEEN, 0);
    FetchFindings fetches = results.fetches.findings();
    List<SiteFindings> sites =
        new FindingsBuilder(definitions, statistics, results)
            .build(List.of(), List.of(), fetches, null)
            .sites();
    List<Peak> peaks = new ArrayList<>();
    for (SlidingPeaks rate : rates) {
      peaks.add(rate.peak(0));
    }
    return new Result(
        sites,
        statistics.totalPeak(),
        statistics.peakOpen(),
        peaks,
        fetches,
        reader.run().degraded());
  }

  /**
   * What was found.
   *
   * @param sites every site that connected or tried to, in no order
   * @param peak highest rate in any second, or null without connections
   * @param peakOpen the most connections open at one time
   * @param peaks highest rate in each window that was asked for; an element is null without
   *     connections
   * @param fetches null if the run records no fetches
   * @param degraded what could not be read
   */
  public record Result(
      List<SiteFindings> sites,
      Peak peak,
      long peakOpen,
      List<Peak> peaks,
      FetchFindings fetches,
      List<String> degraded) {}

  /** Counts rates beside what the next one counts. */
  private record Rates(EventSink next, SlidingPeaks[] rates) implements EventSink {
    @Override
    public void event(
        long at, int what, int stack, int site, int endpoint, int port, long duration) {
      if (EventSink.type(what) == ESTABLISHED) {
        for (SlidingPeaks rate : rates) {
          rate.add(at, 0);
        }
      }
      next.event(at, what, stack, site, endpoint, port, duration);
    }
  }
}
