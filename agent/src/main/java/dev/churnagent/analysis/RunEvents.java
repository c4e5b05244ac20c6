package dev.churnagent.analysis;

import java.util.Arrays;

/**
 * Takes the ordered events of one run and counts them: with all runs, and for this run's limits.
 */
final class RunEvents implements EventSink {
  private final ConnectionStatistics statistics;
  private final LimitMeasurements measurements;
  private LimitMeter[] meters;
  private int[] open = new int[16];

  RunEvents(ConnectionStatistics statistics, LimitMeasurements measurements) {
    this.statistics = statistics;
    this.measurements = measurements;
    this.meters = measurements.metersForRun();
  }

  @Override
  public void event(long at, int what, int stack, int site, int endpoint, long duration) {
    int type = EventSink.type(what);
    if (type == RUN_ENDED) {
      end();
      return;
    }
    for (LimitMeter meter : meters) {
      meter.event(at, type, site, endpoint);
    }
    if (site >= open.length) {
      open = Arrays.copyOf(open, Math.max(site + 1, 2 * open.length));
    }
    switch (type) {
      case ESTABLISHED -> {
        open[site]++;
        statistics.established(at, stack, site, endpoint, duration);
      }
      case FAILED -> statistics.failed(at, site, endpoint, EventSink.detail(what));
      case ABANDONED -> statistics.abandoned(site);
      default -> {
        open[site]--;
        statistics.closed(site, EventSink.detail(what), duration);
      }
    }
  }

  private void end() {
    for (int site = 0; site < open.length; site++) {
      if (open[site] > 0) {
        statistics.leftOpen(site, open[site]);
      }
    }
    measurements.runEnded(meters);
    // Hundreds of runs may follow; their meters are not needed at the same time.
    meters = new LimitMeter[0];
    open = new int[0];
  }
}
