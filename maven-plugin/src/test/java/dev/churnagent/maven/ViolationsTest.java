package dev.churnagent.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  @Test
  void shouldNameTheWorstThree() {
    assertThat(
            AbstractCheckMojo.violations(
                List.of("a: 9", "    since then", "b: 8", "c: 7", "d: 6", "FAIL: 4 of 9 checks")))
        .isEqualTo("FAIL: 4 of 9 checks: a: 9; b: 8; c: 7; ...");
  }

  @Test
  void shouldNameOnlyWhatIsViolated() {
    assertThat(
            AbstractCheckMojo.violations(
                List.of("a: 9", "accepted: b", "::error::a", "", "FAIL: 1 of 9 checks")))
        .isEqualTo("FAIL: 1 of 9 checks: a: 9");
  }

  @Test
  void shouldSayLittleRatherThanNothing() {
    assertThat(AbstractCheckMojo.violations(List.of())).isEqualTo("a limit is violated");
  }
}
