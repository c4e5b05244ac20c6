package dev.churnagent.benchmarks.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Median and quartiles of repeated measurements; robust against a fork that was disturbed. */
public final class Statistics {
  private final double[] sorted;

  private Statistics(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Of these values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Statistics of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Statistics(sorted);
  }

  /** The value below which this share of the values lies, interpolated. */
  public double quantile(double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The middle. */
  public double median() {
    return quantile(0.5);
  }

  /** Median with quartiles and count: {@code 1.18 (1.16-1.21, n=15)}. */
  public String text(int decimals) {
    String number = "%." + decimals + "f";
    String format = number + " (" + number + "-" + number + ", n=%d)";
    return String.format(
        Locale.ROOT, format, median(), quantile(0.25), quantile(0.75), sorted.length);
  }
}
