package dev.churnagent.recorder.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The measured program of {@code hand-off}: what {@link HandOffBenchmark} does, without JMH, whose
 * own frames lie under each stack.
 */
public final class HandOffProgram {
  private static final int WARM_UP = 400;
  private static final int BURSTS = 400;

  /** The frames of this program under the recursion: main, measure, the benchmark's two. */
  private static final int OWN_FRAMES = 4;

  private HandOffProgram() {}

  /** Argument: how many frames of the program's, {@code main} included, a stack has. */
  public static void main(String[] args) throws Exception {
    HandOffBenchmark benchmark = new HandOffBenchmark();
    benchmark.depth = recursions(Integer.parseInt(args[0]));
    benchmark.create();
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (int i = 0; i < WARM_UP + BURSTS; i++) {
      boolean counts = i >= WARM_UP;
      measure(benchmark, 0, counts, without);
      measure(benchmark, 1, counts, with);
      measure(benchmark, 2, counts, alone);
    }
    benchmark.delete();
    print("notFollowed", without);
    print("withAStack", with);
    print("stackAlone", alone);
  }

  static int recursions(int depth) {
    return depth - OWN_FRAMES;
  }

  private static void measure(
      HandOffBenchmark benchmark, int which, boolean counts, List<Double> nanos) {
    benchmark.renew();
    long start = System.nanoTime();
    switch (which) {
      case 0 -> benchmark.notFollowed();
      case 1 -> benchmark.withAStack();
      default -> benchmark.stackAlone();
    }
    long took = System.nanoTime() - start;
    if (counts) {
      nanos.add((double) took / HandOffBenchmark.BURST);
    }
  }

  /** The median: single bursts are disturbed by the collector and by others on the machine. */
  private static void print(String name, List<Double> nanos) {
    nanos.sort(null);
    System.out.printf(Locale.ROOT, "%s=%.1f%n", name, nanos.get(nanos.size() / 2));
  }
}
