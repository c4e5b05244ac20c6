package dev.churnagent.benchmarks.exchange;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.BatchClient;
import dev.churnagent.benchmarks.harness.DeepCalls;
import dev.churnagent.benchmarks.harness.PairedBenchmark;
import dev.churnagent.benchmarks.harness.PairedFork;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.server.AcceptServer;
import dev.churnagent.benchmarks.server.Answers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One HTTP request and its answer on a kept connection. */
public final class ExchangeBenchmark {
  static final DeepCalls CALLS = new DeepCalls(Exchanger.class, "client.exchange()");

  private static final List<String> CLIENTS =
      List.of(ExchangeFork.SOCKET, "url-connection", "http-client");

  private ExchangeBenchmark() {}

  /**
   * Runs it and prints one table.
   *
   * @return whether each of the agent's medians is within its target
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    List<String> clients = clients(arguments);
    PairedBenchmark benchmark = new PairedBenchmark(arguments);
    Program program =
        benchmark.program(
            CALLS,
            BatchClient.class,
            ExchangeClient.class,
            Exchanger.class,
            HttpClient.class,
            JdkClient.class,
            PlainClient.class,
            UrlClient.class,
            AcceptServer.class,
            Answers.class);
    return benchmark.run(
        List.of("JDK", "heap", "depth", "client"),
        (jdk, heap, depth) -> {
          List<PairedFork> forks = new ArrayList<>();
          for (String client : clients) {
            forks.add(
                new ExchangeFork(
                    jdk, heap, depth, client, benchmark.load(), program, benchmark.work()));
          }
          return forks;
        });
  }

  static List<String> clients(Arguments arguments) {
    List<String> clients = arguments.list("clients", String.join(",", CLIENTS));
    for (String client : clients) {
      if (!CLIENTS.contains(client)) {
        throw new IllegalArgumentException("no client '" + client + "'; there are " + CLIENTS);
      }
    }
    return clients;
  }
}
