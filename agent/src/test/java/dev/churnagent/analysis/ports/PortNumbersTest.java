package dev.churnagent.analysis.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PortNumbersTest {
  @Test
  void shouldBehaveLikeAMap() {
    PortNumbers numbers = new PortNumbers();
    Map<String, Long> expected = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      int destination = random.nextInt(3);
      int port = random.nextInt(2_000);
      String key = destination + ":" + port;
      if (random.nextInt(5) < 3) {
        numbers.put(destination, port, i);
        expected.put(key, (long) i);
      } else {
        numbers.remove(destination, port);
        expected.remove(key);
      }
      assertThat(numbers.get(destination, port)).isEqualTo(expected.getOrDefault(key, -1L));
    }
    assertThat(numbers.size()).isEqualTo(expected.size());
    for (int destination = 0; destination < 3; destination++) {
      for (int port = 0; port < 2_000; port++) {
        assertThat(numbers.get(destination, port))
            .isEqualTo(expected.getOrDefault(destination + ":" + port, -1L));
      }
    }
  }
}
