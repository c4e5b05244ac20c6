package dev.churnagent.benchmarks.handoff;

import dev.churnagent.benchmarks.harness.Arguments;
import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import dev.churnagent.benchmarks.harness.Statistics;
import dev.churnagent.benchmarks.harness.Table;
import dev.churnagent.recorder.call.HandOffProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One task handed over, begun and ended, in forked JVMs with a pre-touched heap. */
public final class HandOffRuns {
  private static final double TARGET_UNRECORDED = 100;
  private static final double TARGET_WITH_A_STACK = 1_500;
  private static final List<String> OPTIONS =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          "-XX:+AlwaysPreTouch",
          "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED");

  private HandOffRuns() {}

  /**
   * Runs it and prints one table.
   *
   * @return whether the medians of all rounds are within the targets
   */
  public static boolean run(Arguments arguments) throws IOException, InterruptedException {
    List<Integer> depths = arguments.numbers("depths", "10,40");
    int rounds = arguments.number("rounds", 3);
    List<Jdk> jdks = arguments.jdks();
    Path work = arguments.work();
    arguments.refuseOthers();
    Path classPath = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    Table table =
        new Table("JDK", "depth", "nothing recorded, ns", "with a stack, ns", "stack alone, ns");
    boolean hold = true;
    for (Jdk jdk : jdks) {
      for (int depth : depths) {
        List<Map<String, Double>> values = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
          values.add(
              new Fork(jdk)
                  .with(OPTIONS)
                  .main(classPath, HandOffProgram.class.getName(), depth)
                  .run(work));
        }
        Statistics without = of(values, "notFollowed");
        Statistics with = of(values, "withAStack");
        table.row(
            jdk.name(), depth, without.text(1), with.text(0), of(values, "stackAlone").text(0));
        hold &= without.median() <= TARGET_UNRECORDED && with.median() <= TARGET_WITH_A_STACK;
      }
    }
    System.out.print(table);
    return hold;
  }

  private static Statistics of(List<Map<String, Double>> values, String name) {
    return Statistics.of(values.stream().map(each -> each.get(name)).toList());
  }
}
