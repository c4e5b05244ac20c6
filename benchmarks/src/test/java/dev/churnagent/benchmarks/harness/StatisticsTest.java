package dev.churnagent.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void shouldInterpolateQuartiles() {
    Statistics statistics = Statistics.of(List.of(4.0, 1.0, 3.0, 2.0));

    assertThat(statistics.median()).isEqualTo(2.5);
    assertThat(statistics.quantile(0.25)).isEqualTo(1.75);
    assertThat(statistics.quantile(1)).isEqualTo(4);
    assertThat(statistics.text(1)).isEqualTo("2.5 (1.8-3.3, n=4)");
  }

  @Test
  void shouldTakeTheOnlyValue() {
    assertThat(Statistics.of(List.of(7.0)).text(0)).isEqualTo("7 (7-7, n=1)");
  }

  @Test
  void shouldRefuseNoValues() {
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.of(List.of()));
  }
}
