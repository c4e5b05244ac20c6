package dev.churnagent.analysis;

import dev.churnagent.analysis.timeline.ConnectionSteps;
import dev.churnagent.analysis.timeline.TimeAxis;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way in: reads recordings and says what they hold.
 *
 * <p>One recording is read on the caller's thread. Several are really merged by wall-clock time
 * (each run's start and its nanoseconds), so rates and open counts are those of all JVMs together,
 * as one machine saw them, and limits are measured in that order too; each is read on a thread of
 * its own, but only those that ran at the same time are open at once.
 */
public final class RecordingAnalysis {
  /** How often each source is read: to count, then to replay ports by what was counted. */
  public static final int READINGS = 2;

  private RecordingAnalysis() {}

  /**
   * Reads and counts everything.
   *
   * @param sources the recordings; none gives empty findings
   * @param application patterns of application classes; empty: as recorded in each run, and if
   *     there are none either, by code source
   * @param limits what to measure beside the report's own figures
   * @param plan which machines to replay against
   * @throws IOException if a source can't be read or holds no run
   */
  public static Findings analyse(
      List<? extends RecordingSource> sources,
      List<ClassPattern> application,
      List<Limit> limits,
      PortPlan plan)
      throws IOException {
    return analyse(sources, application, limits, plan, List.of());
  }

  /**
   * The same with repeats that the user accepts: no remedy is sought for these.
   *
   * @throws IOException if a source can't be read or holds no run
   */
  public static Findings analyse(
      List<? extends RecordingSource> sources,
      List<ClassPattern> application,
      List<Limit> limits,
      PortPlan plan,
      List<Ignore> ignores)
      throws IOException {
    Definitions definitions = new Definitions();
    ConnectionStatistics statistics = new ConnectionStatistics();
    LimitMeasurements measurements = new LimitMeasurements(limits, definitions);
    RunResults results = new RunResults(false);
    Pass counting = new CountingPass(statistics, measurements, results, definitions);
    List<RecordedRun> runs = read(sources, definitions, application, counting);
    FetchFindings fetches = results.fetches.findings();
    AvoidableConnections avoidable =
        new AvoidableConnections(definitions, statistics, fetches, ignores);
    ConnectionSteps steps = statistics.steps();
    TimeAxis axis = steps == null ? null : steps.axis();
    PortPass ports = new PortPass(definitions, runs, plan, avoidable, axis);
    read(connectionRecords(sources), definitions, application, ports);
    return new FindingsBuilder(definitions, statistics, results)
        .build(runs, measurements.results(), fetches, ports.findings());
  }

  private static List<RecordingSource> connectionRecords(List<? extends RecordingSource> sources) {
    List<RecordingSource> connections = new ArrayList<>(sources.size());
    for (RecordingSource source : sources) {
      connections.add(new ConnectionRecords(source));
    }
    return connections;
  }

  private static List<RecordedRun> read(
      List<? extends RecordingSource> sources,
      Definitions definitions,
      List<ClassPattern> application,
      Pass pass)
      throws IOException {
    List<RecordedRun> runs = new ArrayList<>();
    if (sources.size() == 1) {
      RunReader reader = new RunReader(definitions, application, pass.nextRun(), pass.results());
      sources.get(0).read(reader);
      runs.add(readRun(reader));
    } else if (!sources.isEmpty()) {
      runs.addAll(new RunMerger(definitions, application, pass).merge(sources));
    }
    return runs;
  }

  /** The run that a reader has read. */
  static RecordedRun readRun(RunReader reader) throws IOException {
    if (reader.run() == null) {
      throw new IOException("a recording holds no run");
    }
    return reader.run();
  }
}
