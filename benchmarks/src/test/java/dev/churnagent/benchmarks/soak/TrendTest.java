package dev.churnagent.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static Sample sample(long millis, long heap) {
    return new Sample(millis, millis * 2, heap, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static List<Sample> samples(LongUnaryOperator heapBySecond) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      samples.add(sample(i * 1000L, heapBySecond.applyAsLong(i)));
    }
    return samples;
  }

  @Test
  void aSteadyGrowthIsFoundUnderNoise() {
    Trend trend = Trend.of(samples(i -> 5000 + 100 * i + (i % 2 == 0 ? 3 : -3)), Sample::heapBytes);

    assertThat(trend.growth()).isCloseTo(900, within(10.0));
    assertThat(trend.least()).isEqualTo(5097);
    assertThat(trend.most()).isEqualTo(6003);
  }

  @Test
  void oneDisturbedSampleIsNoGrowth() {
    Trend trend = Trend.of(samples(i -> i == 10 ? 1_000_000 : 5000), Sample::heapBytes);

    assertThat(trend.growth()).isZero();
    assertThat(trend.most()).isEqualTo(1_000_000);
  }

  @Test
  void whatShrinksDoesNotGrow() {
    assertThat(Trend.of(samples(i -> 5000 - 100 * i), Sample::heapBytes).growth())
        .isCloseTo(-900, within(0.001));
  }

  @Test
  void oneSampleTellsNoTrend() {
    List<Sample> one = List.of(sample(1000, 1));

    assertThatThrownBy(() -> Trend.of(one, Sample::heapBytes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstThirdIsLeftOut() {
    assertThat(Trend.settled(samples(i -> 1))).extracting(Sample::millis).startsWith(4000L);
  }
}
