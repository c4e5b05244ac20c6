package dev.churnagent.benchmarks.soak;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.RunReport;
import dev.churnagent.benchmarks.harness.Variant;
import dev.churnagent.benchmarks.server.AcceptServer;
import dev.churnagent.benchmarks.server.Answers;
import dev.churnagent.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the client for a long time on each JDK, and checks its samples and the agent's report. */
public final class SoakBenchmark {
  private static final int SERVER_THREADS = 8;

  private final int seconds;
  private final int rate;
  private final int sampleSeconds;
  private final List<String> options;
  private final String agentOptions;
  private final Path agent;
  private final Path work;
  private final Program program;

  private SoakBenchmark(Arguments arguments) throws IOException {
    seconds = (int) Math.round(60 * Double.parseDouble(arguments.text("minutes", "30")));
    rate = arguments.number("rate", 2_000);
    sampleSeconds = arguments.number("sample", 30);
    options = arguments.list("options", "-Xms256m,-Xmx2g,-XX:+UseSerialGC,-XX:+AlwaysPreTouch");
    agentOptions = arguments.text("agent-options", "");
    agent = arguments.agent();
    work = arguments.work();
    if (seconds < 3 * sampleSeconds) {
      throw new IllegalArgumentException("minutes= must be three times sample= or more");
    }
    program =
        Program.of(
            work.resolve("program"),
            SoakClient.class,
            Sample.class,
            Sampler.class,
            Tally.class,
            Task.class,
            Ways.class,
            Connections.class,
            CloseWhenConnected.class,
            AcceptServer.class,
            Answers.class);
  }

  /**
   * Runs it and prints for each JDK the samples, their trends, and what does not hold.
   *
   * @return whether all holds
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    List<Jdk> jdks = arguments.jdks();
    List<String> variants = arguments.list("variants", Variant.AGENT);
    SoakBenchmark benchmark = new SoakBenchmark(arguments);
    arguments.refuseOthers();
    boolean hold = true;
    for (Jdk jdk : jdks) {
      for (String variant : variants) {
        hold &= benchmark.soak(jdk, variant);
      }
    }
    return hold;
  }

  private boolean soak(Jdk jdk, String variant) throws IOException, InterruptedException {
    boolean watched = variant.equals(Variant.AGENT);
    Path folder = Files.createTempDirectory(work, variant);
    try (ServerProcess reading = server(jdk, "exchange");
        ServerProcess closing = server(jdk, "server-first")) {
      SoakRun run = new SoakRun(folder);
      run.client(
          client(jdk, watched ? agentArgument(folder) : List.of(), reading, closing, folder));
      long accepted = reading.accepted() + closing.accepted();
      SoakChecks checks = new SoakChecks(rate, run.samples());
      checks.counts(run.values(), accepted);
      if (watched) {
        checks.report(RunReport.read(folder), accepted);
      }
      System.out.println("JDK " + jdk.name() + ", " + variant + ", " + folder);
      System.out.println();
      System.out.print(SoakTables.samples(run.samples()));
      System.out.println();
      System.out.print(checks.trends());
      System.out.println();
      checks.facts().forEach(line -> System.out.println("- " + line));
      checks.wrong().forEach(line -> System.out.println("- WRONG: " + line));
      System.out.println();
      return checks.wrong().isEmpty();
    }
  }

  private ServerProcess server(Jdk jdk, String mode) throws IOException {
    return ServerProcess.start(jdk, program.folder(), "", mode, SERVER_THREADS);
  }

  /** One of two kinds of exchange is within a scope, and a method that makes one is watched. */
  private List<String> agentArgument(Path folder) {
    String type = Connections.class.getName();
    String argument =
        "-javaagent:"
            + agent
            + "=output="
            + folder.resolve("runs")
            + ",scope="
            + type
            + "#exchangeInScope,watch="
            + type
            + "#channel";
    return List.of(agentOptions.isEmpty() ? argument : argument + "," + agentOptions);
  }

  private Fork client(
      Jdk jdk, List<String> agent, ServerProcess reading, ServerProcess closing, Path folder) {
    List<String> all = new ArrayList<>(options);
    // The old HTTP client closes each connection; the common pool keeps its size.
    all.add("-Dhttp.keepAlive=false");
    all.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");
    all.addAll(agent);
    return new Fork(jdk)
        .with(all)
        .main(
            program.folder(),
            SoakClient.class.getName(),
            reading.port(),
            closing.port(),
            rate,
            seconds,
            sampleSeconds,
            folder.resolve("runs"));
  }
}
