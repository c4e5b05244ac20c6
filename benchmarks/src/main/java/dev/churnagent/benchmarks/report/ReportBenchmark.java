package dev.churnagent.benchmarks.report;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Program;
import dev.churnagent.benchmarks.harness.Statistics;
import dev.churnagent.benchmarks.harness.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a journal once, then builds its report in forked JVMs with a small heap. */
public final class ReportBenchmark {
  private static final double TARGET_SECONDS = 20;

  private ReportBenchmark() {}

  /**
   * Runs it and prints one table.
   *
   * @return whether each median is within the target and each report is right
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    long events = arguments.number("events", 10_000_000);
    int sites = arguments.number("sites", 1_000);
    String heap = arguments.text("heap", "256m");
    int rounds = arguments.number("rounds", 3);
    List<Jdk> jdks = arguments.jdks();
    Path agent = arguments.agent();
    Path work = arguments.work();
    arguments.refuseOthers();
    Path journal = work.resolve("journal.churn");
    SyntheticJournal.write(journal, events, sites);
    Table table = new Table("JDK", "events", "journal, MB", "heap", "seconds", "target");
    Program program = Program.of(work.resolve("program"), ReportProgram.class);
    Path classPath = Path.of(program.folder() + File.pathSeparator + agent);
    boolean hold = true;
    for (Jdk jdk : jdks) {
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        Map<String, Double> values =
            new Fork(jdk)
                .with(List.of("-Xmx" + heap))
                .main(classPath, ReportProgram.class.getName(), journal)
                .run(work);
        hold &= isRight(values, events, sites);
        seconds.add(values.get("seconds"));
      }
      Statistics statistics = Statistics.of(seconds);
      hold &= statistics.median() < TARGET_SECONDS;
      table.row(
          jdk.name(), events, Files.size(journal) >> 20, heap, statistics.text(2), TARGET_SECONDS);
    }
    System.out.print(table);
    Files.delete(journal);
    return hold;
  }

  private static boolean isRight(Map<String, Double> values, long events, int sites) {
    boolean right =
        values.get("connections") == events / 2
            && values.get("closed") == events / 2
            && values.get("openAtEnd") == 0
            && values.get("sites") == sites
            && values.get("lostEvents") == 0;
    if (!right) {
      System.out.println("- the report says " + values);
    }
    return right;
  }
}
