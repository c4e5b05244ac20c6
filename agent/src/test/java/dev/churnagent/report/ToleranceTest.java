package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToleranceTest {
  @Test
  void shouldTellAChangeFromNoise() {
    assertThat(Tolerance.DEFAULT.isAbove(100, 110, 0)).isFalse();
    assertThat(Tolerance.DEFAULT.isAbove(100, 110.1, 0)).isTrue();
    assertThat(Tolerance.DEFAULT.isBelow(100, 90, 0)).isFalse();
    assertThat(Tolerance.DEFAULT.isBelow(100, 89.9, 0)).isTrue();
    assertThat(Tolerance.DEFAULT.isAbove(0, 1, 0)).isTrue();
    assertThat(Tolerance.DEFAULT.isBelow(1, 0, 0)).isTrue();
    assertThat(Tolerance.DEFAULT.isAbove(0, 0, 0)).isFalse();
    assertThat(Tolerance.DEFAULT.isBelow(0, 0, 0)).isFalse();
  }

  @Test
  void shouldTakeOneStepForNoiseUnlessEveryDifferenceCounts() {
    assertThat(Tolerance.DEFAULT.isAbove(5, 6, 1)).isFalse();
    assertThat(Tolerance.DEFAULT.isAbove(5, 6.1, 1)).isTrue();
    assertThat(Tolerance.DEFAULT.isBelow(5, 4, 1)).isFalse();
    assertThat(Tolerance.EXACT.isAbove(5, 6, 1)).isTrue();
    assertThat(Tolerance.EXACT.isBelow(5, 4.99, 1)).isTrue();
  }
}
