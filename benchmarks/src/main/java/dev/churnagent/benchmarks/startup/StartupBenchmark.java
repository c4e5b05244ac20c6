package dev.churnagent.benchmarks.startup;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.Table;
import dev.churnagent.benchmarks.harness.Variant;
import dev.churnagent.benchmarks.harness.Variants;
import dev.churnagent.benchmarks.server.AcceptServer;
import dev.churnagent.benchmarks.server.Answers;
import dev.churnagent.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs small programs in turns, and tells what each variant adds to the plain JVM's time. */
public final class StartupBenchmark {
  private final Table table =
      new Table(
          "JDK",
          "program",
          "variant",
          "until it works, ms",
          "added, ms",
          "until its end, ms",
          "added, ms");
  private final int rounds;
  private boolean hold = true;

  private StartupBenchmark(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Runs it and prints one table.
   *
   * @return whether the agent adds at most its target until the program works
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    StartupBenchmark benchmark = new StartupBenchmark(arguments.number("rounds", 20));
    List<String> programs = arguments.list("programs", "empty,connect");
    List<String> names = arguments.list("variants", "empty-agent,agent");
    List<Jdk> jdks = arguments.jdks();
    Path agent = arguments.agent();
    Path tools = arguments.tools();
    Path work = arguments.work();
    arguments.refuseOthers();
    Program classes =
        Program.of(
            work.resolve("program"),
            EmptyProgram.class,
            ConnectProgram.class,
            AcceptServer.class,
            Answers.class);
    Variants variants = new Variants(agent, tools, work);
    for (Jdk jdk : jdks) {
      StartupFork fork = new StartupFork(jdk, classes.folder(), work);
      try (ServerProcess server =
          ServerProcess.start(jdk, classes.folder(), "", "client-first", 1)) {
        for (String program : programs) {
          benchmark.measure(fork, program, variants.of(names, jdk), server.port());
        }
      }
    }
    System.out.print(benchmark.table);
    return benchmark.hold;
  }

  private void measure(StartupFork fork, String program, List<Variant> variants, int port)
      throws InterruptedException {
    Class<?> type =
        switch (program) {
          case "empty" -> EmptyProgram.class;
          case "connect" -> ConnectProgram.class;
          default -> throw new IllegalArgumentException("no program '" + program + "'");
        };
    List<StartupTimes> times = new ArrayList<>();
    variants.forEach(variant -> times.add(new StartupTimes()));
    // The first round fills the system's caches of files.
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < variants.size(); i++) {
        try {
          times.get(i).add(fork.run(variants.get(i), type, port), round > 0);
        } catch (IOException e) {
          System.err.println(variants.get(i).name() + ": " + e.getMessage());
        }
      }
    }
    for (int i = 0; i < variants.size(); i++) {
      StartupTimes own = times.get(i);
      String name = variants.get(i).name();
      table.row(own.cells(fork.jdk().name(), program, name, times.get(0)));
      hold &= !name.equals("agent") || own.isWithinTarget(times.get(0));
    }
  }
}
