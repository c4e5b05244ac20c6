package dev.churnagent.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairingTest {
  @Test
  void shouldPairAsManyInTheirOrder() {
    assertThat(partners(new double[] {9, 1}, new double[] {1, 9})).containsExactly(0, 1);
    assertThat(partners(new double[] {}, new double[] {})).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatDiffersMost() {
    assertThat(partners(new double[] {}, new double[] {1, 2})).isEmpty();
    assertThat(partners(new double[] {100}, new double[] {5, 100})).containsExactly(1);
    assertThat(partners(new double[] {5}, new double[] {5, 100})).containsExactly(0);
    assertThat(partners(new double[] {5}, new double[] {5, 5, 5}))
        .as("the first of equal ones")
        .containsExactly(0);
    assertThat(partners(new double[] {5, 7}, new double[] {5, 100, 7})).containsExactly(0, 2);
    assertThat(partners(new double[] {7, 5}, new double[] {5, 7, 100, 5})).containsExactly(1, 3);
  }

  @Test
  void shouldStayQuickWithMany() {
    int[] partners = partners(new double[2_000], new double[3_000]);
    assertThat(partners[1_999]).isEqualTo(1_999);
  }

  private static int[] partners(double[] fewer, double[] more) {
    return Pairing.partners(fewer, more);
  }
}
