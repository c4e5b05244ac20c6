package dev.churnagent.benchmarks.connect;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.RunReport;
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
record ConnectFork(Jdk jdk, String heap, int depth, Load load, Program program, Path work) {

  /** How many connections, and where the two processes run. */
  record Load(int warmup, int batches, int batchSize, String clientCpu, String serverCpu) {
    static Load of(Arguments arguments) {
      return new Load(
          arguments.number("warmup", 60_000),
          arguments.number("batches", 100),
          arguments.number("batch", 250),
          arguments.text("client-cpu", "0"),
          arguments.text("server-cpu", "0"));
    }
  }

  /**
   * Runs one fork.
   *
   * @throws IOException also if the agent's count is not the server's
   */
  ConnectTurns.Cost run(Variant variant) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, variant.name());
    try (ServerProcess server =
        ServerProcess.start(jdk, program.folder(), load.serverCpu, "client-first", 1)) {
      Map<String, Double> values =
          new Fork(jdk)
              .pinnedTo(load.clientCpu)
              .with(heapOptions())
              .with(variant.options(folder))
              .main(
                  program.folder(),
                  ConnectClient.class.getName(),
                  server.port(),
                  DeepConnector.name(depth),
                  load.warmup,
                  load.batches,
                  load.batchSize)
              .run(folder);
      long accepted = server.accepted();
      expect("the client's count", accepted, values.get("connections").longValue());
      if (variant.name().equals("agent")) {
        Report report = RunReport.read(folder);
        expect("the report's count", accepted, report.totals().connections());
        expect("lost events", 0, report.run().lostEvents());
      }
      return new ConnectTurns.Cost(values.get("cpuNanos"), values.get("wallNanos"));
    }
  }

  private List<String> heapOptions() {
    return switch (heap) {
      case "touched" -> List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");
      case "default" -> List.of();
      default -> throw new IllegalArgumentException("no heap '" + heap + "'");
    };
  }

  private static void expect(String what, long expected, long actual) throws IOException {
    if (expected != actual) {
      throw new IOException(what + " is " + actual + ", not " + expected);
    }
  }

  @Override
  public String toString() {
    return "JDK " + jdk.name() + ", " + heap + " heap, depth " + depth;
  }
}
