package dev.churnagent.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void aLineIsReadBack() {
    Sample sample = new Sample(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);

    assertThat(Sample.parse(sample.line())).isEqualTo(sample);
  }

  @Test
  void otherLinesAreNone() {
    assertThat(Sample.parse("connections=5")).isNull();
  }
}
