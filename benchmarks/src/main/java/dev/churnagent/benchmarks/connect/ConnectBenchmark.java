package dev.churnagent.benchmarks.connect;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.BatchClient;
import dev.churnagent.benchmarks.harness.DeepCalls;
import dev.churnagent.benchmarks.harness.PairedBenchmark;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.server.AcceptServer;
import dev.churnagent.benchmarks.server.Answers;
import java.io.IOException;
import java.util.List;

/** One connect and close. */
public final class ConnectBenchmark {
  static final DeepCalls CALLS =
      new DeepCalls(Connector.class, "ConnectClient.connectAndClose(address, port)");

  private ConnectBenchmark() {}

  /**
   * Runs it and prints one table.
   *
   * @return whether each of the agent's medians is within its target
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    PairedBenchmark benchmark = new PairedBenchmark(arguments);
    Program program =
        benchmark.program(
            CALLS,
            BatchClient.class,
            ConnectClient.class,
            Connector.class,
            AcceptServer.class,
            Answers.class);
    return benchmark.run(
        List.of("JDK", "heap", "depth"),
        (jdk, heap, depth) ->
            List.of(
                new ConnectFork(jdk, heap, depth, benchmark.load(), program, benchmark.work())));
  }
}
