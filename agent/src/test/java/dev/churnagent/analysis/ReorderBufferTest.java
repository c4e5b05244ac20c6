package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReorderBufferTest {
  private final List<Long> times = new ArrayList<>();
  private final List<Integer> stacks = new ArrayList<>();
  private final ReorderBuffer buffer =
      new ReorderBuffer(
          (at, what, stack, site, endpoint, port, duration) -> {
            times.add(at);
            stacks.add(stack);
          });

  @Test
  void shouldHandOnNothingBeforeItIsFull() {
    for (int i = 0; i < ReorderBuffer.CAPACITY; i++) {
      add(i, i);
    }
    assertThat(times).isEmpty();

    add(0, -1);
    assertThat(times).containsExactly(0L);
    assertThat(stacks).containsExactly(0);
  }

  @Test
  void shouldPutNearlyOrderedEventsInOrderOfTime() {
    SplittableRandom random = new SplittableRandom(1);
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      long at = i * 10L - random.nextInt(300_000);
      expected.add(at);
      add(at, 0);
    }
    buffer.flush();

    expected.sort(null);
    assertThat(times).isEqualTo(expected);
  }

  @Test
  void shouldKeepTheOrderOfEventsOfTheSameTime() {
    for (int i = 0; i < 100; i++) {
      add(i / 10, i);
    }
    buffer.flush();

    assertThat(stacks).isSorted().hasSize(100);
  }

  @Test
  void shouldMoveAStragglerUpToTheEventBeforeIt() {
    for (int i = 0; i < ReorderBuffer.CAPACITY + 10; i++) {
      add(1_000 + i, 0);
    }
    add(5, 77);
    buffer.flush();

    assertThat(times).isSorted().hasSize(ReorderBuffer.CAPACITY + 11);
    assertThat(stacks.indexOf(77)).isEqualTo(10);
    assertThat(times.get(10)).isEqualTo(1_009);
  }

  private void add(long at, int stack) {
    buffer.add(at, EventSink.ESTABLISHED, stack, 0, 0, 0, -1);
  }
}
