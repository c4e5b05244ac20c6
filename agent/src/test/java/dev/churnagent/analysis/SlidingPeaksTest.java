package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlidingPeaksTest {
  private static final long SECOND = 1_000_000_000;
  private final SlidingPeaks peaks = new SlidingPeaks(SECOND);

  @Test
  void shouldCountBurstAroundTheTickOfASecond() {
    for (int i = 0; i < 50; i++) {
      peaks.add(5 * SECOND - 50_000_000 + i * 2_000_000, 0);
    }

    assertThat(peaks.peak(0)).isEqualTo(new Peak(50, SECOND, 5 * SECOND + 48_000_000));
    assertThat(peaks.peak(0).perSecond()).isEqualTo(50);
  }

  @Test
  void shouldNotCountAnEventExactlyOneWindowAgo() {
    peaks.add(0, 0);
    peaks.add(SECOND, 0);
    assertThat(peaks.peak(0).count()).isEqualTo(1);

    peaks.add(2 * SECOND - 1, 0);
    assertThat(peaks.peak(0).count()).isEqualTo(2);
  }

  @Test
  void shouldKeepTheFirstOfEqualPeaks() {
    peaks.add(1, 0);
    peaks.add(10 * SECOND, 0);

    assertThat(peaks.peak(0).atNanos()).isEqualTo(1);
  }

  @Test
  void shouldKnowNoPeakWithoutEvents() {
    peaks.add(1, 3);

    assertThat(peaks.peak(0)).isNull();
    assertThat(peaks.peak(100)).isNull();
  }

  @Test
  void shouldAgreeWithCountingOneByOne() {
    SplittableRandom random = new SplittableRandom(7);
    int keys = 20;
    int[] highest = new int[keys];
    ArrayDeque<long[]> window = new ArrayDeque<>();
    long now = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(100) == 0 ? random.nextLong(3 * SECOND) : random.nextInt(2_000_000);
      int key = random.nextInt(keys);
      window.add(new long[] {now, key});
      while (window.peek()[0] <= now - SECOND) {
        window.poll();
      }
      int count = (int) window.stream().filter(event -> event[1] == key).count();
      highest[key] = Math.max(highest[key], count);
      peaks.add(now, key);
    }

    int[] measured = new int[keys];
    Arrays.setAll(measured, key -> (int) peaks.peak(key).count());
    assertThat(measured).isEqualTo(highest);
  }
}
