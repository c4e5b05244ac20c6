package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.Durations.Bucket;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationsTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000 * MICRO;

  private final Durations durations = new Durations();

  @Test
  void shouldHaveNoBucketsOfNothing() {
    durations.add(-1);

    assertThat(durations.isEmpty()).isTrue();
    assertThat(durations.buckets()).isEmpty();
  }

  @Test
  void shouldCountADurationAtABucketsEndInThatBucket() {
    durations.add(0);
    for (long millis : new long[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000}) {
      durations.add(millis * MILLI);
      // Two percent more is sure to be beyond it.
      durations.add(millis * MILLI * 102 / 100);
    }
    assertThat(durations.buckets())
        .containsExactly(
            new Bucket(100, 1),
            new Bucket(200, 0),
            new Bucket(500, 0),
            new Bucket(1_000, 1),
            new Bucket(2_000, 2),
            new Bucket(5_000, 2),
            new Bucket(10_000, 2),
            new Bucket(20_000, 2),
            new Bucket(50_000, 2),
            new Bucket(100_000, 2),
            new Bucket(200_000, 2),
            new Bucket(500_000, 2),
            new Bucket(1_000_000, 2),
            new Bucket(2_000_000, 1));
  }

  @Test
  void shouldKeepEmptyBucketsBetweenOthersOnly() {
    durations.add(150 * MICRO);
    durations.add(1_500 * MICRO);

    assertThat(durations.buckets())
        .containsExactly(
            new Bucket(200, 1), new Bucket(500, 0), new Bucket(1_000, 0), new Bucket(2_000, 1));
  }

  @Test
  void shouldCountEachOnceWhateverItsLength() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      Durations some = new Durations();
      double spread = 1 + 16 * random.nextDouble();
      int count = 1 + random.nextInt(500);
      for (int i = 0; i < count; i++) {
        some.add((long) Math.pow(10, spread * random.nextDouble()));
      }
      List<Bucket> buckets = some.buckets();

      assertThat(buckets.stream().mapToLong(Bucket::count).sum()).isEqualTo(count);
      assertThat(buckets.get(0).count()).isPositive();
      assertThat(buckets.get(buckets.size() - 1).count()).isPositive();
      assertThat(buckets.get(buckets.size() - 1).upToMicros() * 1.01)
          .isGreaterThanOrEqualTo(some.maxMicros());
    }
  }
}
