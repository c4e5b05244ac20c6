package dev.churnagent.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakChecksTest {
  private static final Map<String, Double> CLIENT =
      Map.of("connections", 600_000.0, "failed", 0.0, "ways", 10.0, "rate", 1999.5);

  /** Ten samples over five minutes of 2,000 a second. */
  private static List<Sample> samples(long heapEach, long threadsEach) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      samples.add(
          new Sample(
              i * 30_000L,
              i * 60_000L,
              5_000_000 + i * heapEach,
              0,
              20 + i * threadsEach,
              0,
              0,
              0,
              0,
              0,
              0,
              0,
              0,
              0));
    }
    return samples;
  }

  private static List<String> wrong(List<Sample> samples, Map<String, Double> client, long seen) {
    SoakChecks checks = new SoakChecks(2000, samples);
    checks.counts(client, seen);
    return checks.wrong();
  }

  @Test
  void nothingIsWrongWithAFlatRun() {
    assertThat(wrong(samples(100, 0), CLIENT, 600_000)).isEmpty();
  }

  @Test
  void heapThatGrowsIsTold() {
    assertThat(wrong(samples(200_000, 0), CLIENT, 600_000))
        .singleElement()
        .asString()
        .startsWith("heap after collection, bytes: grown by 1200000");
  }

  @Test
  void aThreadForEachSampleIsTold() {
    assertThat(wrong(samples(0, 1), CLIENT, 600_000))
        .singleElement()
        .asString()
        .startsWith("threads: grown by 6");
  }

  @Test
  void oneConnectionLessIsTold() {
    assertThat(wrong(samples(0, 0), CLIENT, 599_999))
        .containsExactly("accepted by the servers is 599999, not 600000");
  }

  @Test
  void aClientThatDoesNotKeepUpIsTold() {
    Map<String, Double> slow =
        Map.of("connections", 600_000.0, "failed", 0.0, "ways", 10.0, "rate", 1900.0);

    assertThat(wrong(samples(0, 0), slow, 600_000))
        .containsExactly("the client did not keep up: 1900.0 per second");
  }
}
