package dev.churnagent.benchmarks.connect;

import static dev.churnagent.benchmarks.harness.Counts.expect;

import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Load;
import dev.churnagent.benchmarks.harness.PairedFork;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.RunReport;
import dev.churnagent.benchmarks.harness.Turns;
import dev.churnagent.benchmarks.harness.Variant;
import dev.churnagent.benchmarks.server.ServerProcess;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Forks a client and a server of its own, on a port of its own, so that no fork meets the TIME_WAIT
 * of another one.
 */
record ConnectFork(Jdk jdk, String heap, int depth, Load load, Program program, Path work)
    implements PairedFork {
  private static final double DEFAULT_HEAP_TARGET = 1.25;
  private static final double SHALLOW_TARGET = 1.12;
  private static final double DEEP_TARGET = 1.18;

  @Override
  public Turns.Cost run(Variant variant) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, variant.name());
    try (ServerProcess server =
        ServerProcess.start(jdk, program.folder(), load.serverCpu(), "client-first", 1)) {
      Map<String, Double> values =
          load.client(jdk, heap)
              .with(variant.options(folder))
              .main(
                  program.folder(),
                  ConnectClient.class.getName(),
                  server.port(),
                  ConnectBenchmark.CALLS.name(depth),
                  load.warmup(),
                  load.batches(),
                  load.batchSize())
              .run(folder);
      long accepted = server.accepted();
      expect("the client's count", accepted, values.get("connections").longValue());
      if (variant.name().equals(Variant.AGENT)) {
        Report report = RunReport.read(folder);
        expect("the report's count", accepted, report.totals().connections());
        expect("lost events", 0, report.run().lostEvents());
      }
      return Turns.Cost.of(values);
    }
  }

  @Override
  public List<?> cells() {
    return List.of(jdk.name(), heap, depth);
  }

  @Override
  public double target() {
    if (heap.equals("default")) {
      return DEFAULT_HEAP_TARGET;
    }
    return depth <= 10 ? SHALLOW_TARGET : depth <= 40 ? DEEP_TARGET : Double.NaN;
  }

  @Override
  public String toString() {
    return "JDK " + jdk.name() + ", " + heap + " heap, depth " + depth;
  }
}
