package dev.churnagent.analysis;

/** Takes the ordered events of one run and counts them together with those of all other runs. */
final class RunEvents implements EventSink, PairCounts.Visitor {
  private final ConnectionStatistics statistics;
  private final LimitMeasurements measurements;
  private final Definitions definitions;

  /** What this run has open, by stack and endpoint. */
  private PairCounts open = new PairCounts();

  private long endedAt;

  RunEvents(
      ConnectionStatistics statistics, LimitMeasurements measurements, Definitions definitions) {
    this.definitions = definitions;
    this.statistics = statistics;
    this.measurements = measurements;
  }

  @Override
  public void event(long at, int what, int stack, int site, int endpoint, int port, long duration) {
    int type = EventSink.type(what);
    if (type == RUN_STARTED) {
      statistics.runStarted(at);
      return;
    }
    if (type == RUN_ENDED) {
      endedAt = at;
      statistics.runEnded(at);
      open.forEach(this);
      // Hundreds of runs may follow; their tables are not needed at the same time.
      open = null;
      return;
    }
    if (type == TIME_WAIT_SEEN || type == TABLE_READ) {
      return;
    }
    measurements.event(at, type, site, endpoint);
    statistics.used(stack);
    switch (type) {
      case ESTABLISHED -> {
        open.add(stack, endpoint, 1);
        statistics.established(at, stack, site, endpoint, duration);
      }
      case FAILED -> statistics.failed(at, site, endpoint, EventSink.detail(what));
      case ABANDONED -> statistics.abandoned(site);
      default -> {
        open.add(stack, endpoint, -1);
        statistics.closed(at, stack, site, endpoint, EventSink.detail(what), duration);
      }
    }
  }

  /** Connections that were open when the run ended: the system closed them. */
  @Override
  public void pair(int stack, int endpoint, long count) {
    int site = definitions.siteOfStack(stack);
    statistics.leftOpen(endedAt, stack, site, endpoint, count);
    measurements.leftOpen(site, endpoint, count);
  }
}
