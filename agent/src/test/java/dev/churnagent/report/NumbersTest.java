package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void shouldSetThousandsApart() {
    assertThat(Numbers.count(0)).isEqualTo("0");
    assertThat(Numbers.count(999)).isEqualTo("999");
    assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Numbers.count(-123_456)).isEqualTo("-123,456");
  }

  @Test
  void shouldWriteNoTrailingZerosAndNoExponent() {
    assertThat(Numbers.decimal(5, 2)).isEqualTo("5");
    assertThat(Numbers.decimal(5.25, 1)).isEqualTo("5.3");
    assertThat(Numbers.decimal(100, 2)).isEqualTo("100");
    assertThat(Numbers.decimal(0.0001, 2)).isEqualTo("0");
  }

  @Test
  void shouldChooseTheUnitThatSuitsADuration() {
    assertThat(Numbers.millis(0.0123)).isEqualTo("0.012 ms");
    assertThat(Numbers.millis(2.54)).isEqualTo("2.5 ms");
    assertThat(Numbers.millis(250)).isEqualTo("250 ms");
    assertThat(Numbers.millis(3_500)).isEqualTo("3.5 s");
    assertThat(Numbers.millis(119_000)).isEqualTo("119 s");
    assertThat(Numbers.millis(150_000)).isEqualTo("2.5 min");
    assertThat(Numbers.millis(9_000_000)).isEqualTo("2.5 h");
  }

  @Test
  void shouldKeepSixDigitsOfSmallAndLargeNumbers() {
    assertThat(Numbers.sixDigits(0)).isZero();
    assertThat(Numbers.sixDigits(1.0 / 3)).isEqualTo(0.333333);
    assertThat(Numbers.sixDigits(1e-6 / 3)).isEqualTo(3.33333e-7);
    assertThat(Numbers.sixDigits(123_456_789)).isEqualTo(123_457_000);
  }
}
