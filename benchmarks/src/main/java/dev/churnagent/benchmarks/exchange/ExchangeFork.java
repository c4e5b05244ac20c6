package dev.churnagent.benchmarks.exchange;

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

/** Forks a client and a server of its own. */
record ExchangeFork(
    Jdk jdk, String heap, int depth, String client, Load load, Program program, Path work)
    implements PairedFork {
  /** The plain socket; others do more themselves, and less of the whole is ours. */
  static final String SOCKET = "socket";

  private static final double TARGET = 1.10;

  /** One is enough; but a client that did not keep its connection must fail, not wait. */
  private static final int SERVER_THREADS = 4;

  @Override
  public Turns.Cost run(Variant variant) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, variant.name());
    try (ServerProcess server =
        ServerProcess.start(jdk, program.folder(), load.serverCpu(), "exchange", SERVER_THREADS)) {
      Map<String, Double> values =
          load.client(jdk, heap)
              .with(variant.options(folder))
              .main(
                  program.folder(),
                  ExchangeClient.class.getName(),
                  server.port(),
                  client,
                  ExchangeBenchmark.CALLS.name(depth),
                  load.warmup(),
                  load.batches(),
                  load.batchSize())
              .run(folder);
      long answered = server.answered();
      expect("the client's count", answered, values.get("requests").longValue());
      expect("the number of connections", 1, server.accepted());
      if (variant.name().equals(Variant.AGENT)) {
        Report report = RunReport.read(folder);
        expect("the report's count", answered, calls(report));
        expect("the report's connections", 1, report.totals().connections());
        expect("lost events", 0, report.run().lostEvents());
      }
      return Turns.Cost.of(values);
    }
  }

  /** All calls of all requests. */
  private static long calls(Report report) {
    long calls = 0;
    if (report.requests() != null) {
      for (Report.Request request : report.requests()) {
        calls += request.calls();
      }
    }
    return calls;
  }

  @Override
  public List<?> cells() {
    return List.of(jdk.name(), heap, depth, client);
  }

  @Override
  public double target() {
    return client.equals(SOCKET) ? TARGET : Double.NaN;
  }

  @Override
  public String toString() {
    return "JDK " + jdk.name() + ", " + heap + " heap, depth " + depth + ", " + client;
  }
}
