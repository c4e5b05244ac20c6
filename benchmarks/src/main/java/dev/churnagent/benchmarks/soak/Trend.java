package dev.churnagent.benchmarks.soak;

import dev.churnagent.benchmarks.harness.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether a measure grows: the median of the slopes between all pairs of samples, so that one
 * disturbed sample does not count.
 *
 * @param least the smallest value
 * @param most the greatest
 * @param growth what the slope comes to between the first and the last sample
 */
record Trend(double least, double most, double growth) {

  /**
   * Of these samples.
   *
   * @throws IllegalArgumentException for fewer than two
   */
  static Trend of(List<Sample> samples, ToLongFunction<Sample> measure) {
    List<Double> slopes = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < samples.size(); i++) {
      double value = measure.applyAsLong(samples.get(i));
      least = Math.min(least, value);
      most = Math.max(most, value);
      for (int j = 0; j < i; j++) {
        double millis = samples.get(i).millis() - samples.get(j).millis();
        slopes.add((value - measure.applyAsLong(samples.get(j))) / millis);
      }
    }
    if (slopes.isEmpty()) {
      throw new IllegalArgumentException("too few samples: " + samples.size());
    }
    long span = samples.get(samples.size() - 1).millis() - samples.get(0).millis();
    double slope = Statistics.of(slopes).median();
    return new Trend(least, most, slope * span);
  }

  /** The samples of the last two thirds of the time; what warms up is before. */
  static List<Sample> settled(List<Sample> samples) {
    long end = samples.get(samples.size() - 1).millis();
    return samples.stream().filter(sample -> sample.millis() * 3 >= end).toList();
  }
}
