package dev.churnagent.benchmarks.startup;

import dev.churnagent.benchmarks.harness.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The times of one variant over all rounds. */
final class StartupTimes {
  private static final double TARGET_MILLIS = 250;

  private final List<Double> toWork = new ArrayList<>();
  private final List<Double> toEnd = new ArrayList<>();

  void add(StartupFork.Times times, boolean counts) {
    if (counts) {
      toWork.add(times.toWork());
      toEnd.add(times.toEnd());
    }
  }

  boolean isWithinTarget(StartupTimes plain) {
    return !toWork.isEmpty() && added(toWork, plain.toWork) <= TARGET_MILLIS;
  }

  Object[] cells(String jdk, String program, String variant, StartupTimes plain) {
    if (toWork.isEmpty() || plain.toWork.isEmpty()) {
      return new Object[] {jdk, program, variant, "failed", "", "failed", ""};
    }
    return new Object[] {
      jdk,
      program,
      variant,
      Statistics.of(toWork).text(0),
      text(added(toWork, plain.toWork)),
      Statistics.of(toEnd).text(0),
      text(added(toEnd, plain.toEnd))
    };
  }

  private static double added(List<Double> own, List<Double> plain) {
    return Statistics.of(own).median() - Statistics.of(plain).median();
  }

  private static String text(double millis) {
    return String.format(Locale.ROOT, "%+.0f", millis);
  }
}
