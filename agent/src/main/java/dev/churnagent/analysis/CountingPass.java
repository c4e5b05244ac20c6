package dev.churnagent.analysis;

/** The first pass: counts, limits on connections, fetches. */
final class CountingPass implements Pass {
  private final ConnectionStatistics statistics;
  private final LimitMeasurements measurements;
  private final RunResults results;
  private final Definitions definitions;

  CountingPass(
      ConnectionStatistics statistics,
      LimitMeasurements measurements,
      RunResults results,
      Definitions definitions) {
    this.definitions = definitions;
    this.statistics = statistics;
    this.measurements = measurements;
    this.results = results;
  }

  @Override
  public EventSink nextRun() {
    return new RunEvents(statistics, measurements, definitions);
  }

  @Override
  public RunResults results() {
    return results;
  }
}
