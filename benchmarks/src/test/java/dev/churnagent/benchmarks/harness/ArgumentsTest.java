package dev.churnagent.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void shouldReadValuesAndDefaults() {
    Arguments arguments = Arguments.parse("depths=5,6", "pairs=3", "variants=");

    assertThat(arguments.numbers("depths", "10")).containsExactly(5, 6);
    assertThat(arguments.number("pairs", 15)).isEqualTo(3);
    assertThat(arguments.list("variants", "agent")).isEmpty();
    assertThat(arguments.text("heap", "256m")).isEqualTo("256m");
    assertThatCode(arguments::refuseOthers).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseUnknownKey() {
    Arguments arguments = Arguments.parse("pair=3");
    arguments.number("pairs", 15);

    assertThatIllegalArgumentException()
        .isThrownBy(arguments::refuseOthers)
        .withMessage("no key 'pair'; there are [pairs]");
  }

  @Test
  void shouldRefuseWordWithoutValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.parse("pairs"));
  }
}
