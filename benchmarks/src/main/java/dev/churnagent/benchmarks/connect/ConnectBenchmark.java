package dev.churnagent.benchmarks.connect;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.Variant;
import dev.churnagent.benchmarks.harness.Variants;
import dev.churnagent.benchmarks.server.AcceptServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the forks in turns, A B A B, and compares each with the plain JVM of the same turn. */
public final class ConnectBenchmark {
  private ConnectBenchmark() {}

  /**
   * Runs it and prints one table.
   *
   * @return whether each of the agent's medians is within its target
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    List<Integer> depths = arguments.numbers("depths", "10,40");
    List<String> heaps = arguments.list("heaps", "touched,default");
    List<String> names = arguments.list("variants", "agent");
    int pairs = arguments.number("pairs", 15);
    List<Jdk> jdks = arguments.jdks();
    Path agent = arguments.agent();
    Path tools = arguments.tools();
    Path work = arguments.work();
    ConnectFork.Load load = ConnectFork.Load.of(arguments);
    arguments.refuseOthers();
    Program program =
        Program.of(
            work.resolve("program"), ConnectClient.class, Connector.class, AcceptServer.class);
    for (int depth : depths) {
      program.compile(DeepConnector.name(depth), DeepConnector.source(depth));
    }
    Variants variants = new Variants(agent, tools, work);
    ConnectResults results = new ConnectResults();
    for (Jdk jdk : jdks) {
      List<Variant> tried = variants.of(names, jdk);
      for (String heap : heaps) {
        for (int depth : depths) {
          ConnectFork fork = new ConnectFork(jdk, heap, depth, load, program, work);
          results.add(jdk.name(), heap, depth, turns(fork, tried, pairs));
        }
      }
    }
    System.out.print(results.table());
    return results.hold();
  }

  private static ConnectTurns turns(ConnectFork fork, List<Variant> variants, int pairs)
      throws InterruptedException {
    ConnectTurns turns = new ConnectTurns();
    for (int i = 0; i < pairs; i++) {
      for (Variant variant : variants) {
        try {
          ConnectTurns.Cost cost = fork.run(variant);
          turns.add(variant.name(), i, cost);
          System.err.printf(
              Locale.ROOT, "%s, turn %d, %s: %s%n", fork, i + 1, variant.name(), cost);
        } catch (IOException e) {
          System.err.println(fork + ", turn " + (i + 1) + ", " + variant.name() + ": " + e);
        }
      }
    }
    return turns;
  }
}
