package dev.churnagent.analysis;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Limit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way in: reads recordings and says what they hold.
 *
 * <p>One recording is read on the caller's thread. Several are really merged by wall-clock time
 * (each run's start and its nanoseconds), so rates and open counts are those of all JVMs together,
 * as one machine saw them; each is read on a thread of its own, but only those that ran at the same
 * time are open at once. Limits are measured for each run on its own.
 */
public final class RecordingAnalysis {
  private RecordingAnalysis() {}

  /**
   * Reads and counts everything.
   *
   * @param sources the recordings; none gives empty findings
   * @param application patterns of application classes; empty: as recorded in each run, and if
   *     there are none either, by code source
   * @param limits what to measure beside the report's own figures
   * @throws IOException if a source can't be read or holds no run
   */
  public static Findings analyse(
      List<? extends RecordingSource> sources, List<ClassPattern> application, List<Limit> limits)
      throws IOException {
    Definitions definitions = new Definitions();
    ConnectionStatistics statistics = new ConnectionStatistics();
    LimitMeasurements measurements = new LimitMeasurements(limits, definitions);
    FetchResults fetches = new FetchResults();
    List<RecordedRun> runs = new ArrayList<>();
    if (sources.size() == 1) {
      RunEvents events = new RunEvents(statistics, measurements);
      RunReader reader = new RunReader(definitions, application, events, fetches);
      sources.get(0).read(reader);
      runs.add(readRun(reader));
    } else if (!sources.isEmpty()) {
      RunMerger merger = new RunMerger(definitions, application, statistics, measurements, fetches);
      runs.addAll(merger.merge(sources));
    }
    return new FindingsBuilder(definitions, statistics, fetches)
        .build(runs, measurements.results());
  }

  /** The run that a reader has read. */
  static RecordedRun readRun(RunReader reader) throws IOException {
    if (reader.run() == null) {
      throw new IOException("a recording holds no run");
    }
    return reader.run();
  }
}
