package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs forks in turns, A B A B, and compares each with the plain JVM of the same turn. */
public final class PairedBenchmark {
  private final List<Integer> depths;
  private final List<String> heaps;
  private final List<String> names;
  private final int pairs;
  private final List<Jdk> jdks;
  private final Load load;
  private final Path work;
  private final Variants variants;

  /** What is measured. */
  public interface Forks {
    /** The forks of one JDK, heap and depth. */
    List<PairedFork> of(Jdk jdk, String heap, int depth);
  }

  /** Reads what all benchmarks of this kind are told; the caller reads its own keys before. */
  public PairedBenchmark(Arguments arguments) throws IOException {
    depths = arguments.numbers("depths", "10,40");
    heaps = arguments.list("heaps", "touched,default");
    names = arguments.list("variants", Variant.AGENT);
    pairs = arguments.number("pairs", 15);
    jdks = arguments.jdks();
    load = Load.of(arguments);
    Path agent = arguments.agent();
    Path tools = arguments.tools();
    work = arguments.work();
    arguments.refuseOthers();
    variants = new Variants(agent, tools, work);
  }

  /** A folder with these classes and those that call at the depths that are asked for. */
  public Program program(DeepCalls calls, Class<?>... classes) throws IOException {
    Program program = Program.of(work.resolve("program"), classes);
    for (int depth : depths) {
      program.compile(calls.name(depth), calls.source(depth));
    }
    return program;
  }

  /** How much the forks do. */
  public Load load() {
    return load;
  }

  /** Where the forks may write. */
  public Path work() {
    return work;
  }

  /**
   * Runs all and prints one table.
   *
   * @param headings of the cells of a fork
   * @return whether each of the agent's medians is within its target
   */
  public boolean run(List<String> headings, Forks forks) throws IOException, InterruptedException {
    Results results = new Results(headings);
    for (Jdk jdk : jdks) {
      List<Variant> tried = variants.of(names, jdk);
      for (String heap : heaps) {
        for (int depth : depths) {
          for (PairedFork fork : forks.of(jdk, heap, depth)) {
            results.add(fork, turns(fork, tried));
          }
        }
      }
    }
    System.out.print(results.table());
    return results.hold();
  }

  private Turns turns(PairedFork fork, List<Variant> tried) throws InterruptedException {
    Turns turns = new Turns();
    for (int i = 0; i < pairs; i++) {
      for (Variant variant : tried) {
        String what = fork + ", turn " + (i + 1) + ", " + variant.name() + ": ";
        try {
          Turns.Cost cost = fork.run(variant);
          turns.add(variant.name(), i, cost);
          System.err.println(what + cost);
        } catch (IOException e) {
          System.err.println(what + e);
        }
      }
    }
    return turns;
  }
}
