package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOffProgramTest {

  @ParameterizedTest
  @ValueSource(ints = {10, 40})
  void shouldHandOverAtTheDepthThatIsAsked(int depth) throws Exception {
    HandOffBenchmark benchmark = new HandOffBenchmark();
    benchmark.depth = HandOffProgram.recursions(depth);
    benchmark.create();
    benchmark.renew();
    StackTraceElement[][] seen = new StackTraceElement[1][];
    benchmark.tasks[0] = () -> seen[0] = new Throwable().getStackTrace();
    benchmark.withAStack();
    benchmark.delete();
    List<String> frames =
        Arrays.stream(seen[0])
            .map(StackTraceElement::getClassName)
            .filter(HandOffBenchmark.class.getName()::equals)
            .toList();
    assertThat(frames).as("without main and measure").hasSize(depth - 2);
  }
}
