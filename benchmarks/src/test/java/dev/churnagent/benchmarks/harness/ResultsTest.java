package dev.churnagent.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private record Fixed(double target) implements PairedFork {
    @Override
    public Turns.Cost run(Variant variant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<?> cells() {
      return List.of("17");
    }
  }

  @Test
  void shouldCompareWithinTurnsAndHoldAtTheTarget() {
    Turns turns = turns(1.1);
    Results results = new Results(List.of("JDK"));
    results.add(new Fixed(1.1001), turns);

    assertThat(results.hold()).isTrue();
    assertThat(results.table().toString())
        .contains("| JDK | variant | CPU us |")
        .contains("| 17 | none | 15.00 ")
        .contains("| 17 | agent | 16.50 ")
        .contains(" | 1.100 (1.100-1.100, n=2) | 1.1001 |");
  }

  @Test
  void shouldNotHoldAboveTheTargetOrWithoutAPair() {
    Results above = new Results(List.of("JDK"));
    above.add(new Fixed(1.09), turns(1.1));
    Results unpaired = new Results(List.of("JDK"));
    Turns alone = new Turns();
    alone.add(Variant.AGENT, 0, new Turns.Cost(1, 1));
    unpaired.add(new Fixed(1.09), alone);
    Results without = new Results(List.of("JDK"));
    without.add(new Fixed(Double.NaN), turns(2));

    assertThat(above.hold()).isFalse();
    assertThat(unpaired.hold()).isFalse();
    assertThat(without.hold()).as("without a target").isTrue();
  }

  private static Turns turns(double ratio) {
    Turns turns = new Turns();
    for (int turn = 0; turn < 2; turn++) {
      double plain = 10_000 * (turn + 1);
      turns.add(Variant.NONE, turn, new Turns.Cost(plain, plain));
      turns.add(Variant.AGENT, turn, new Turns.Cost(plain * ratio, plain));
    }
    return turns;
  }
}
