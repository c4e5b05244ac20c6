package held;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.churnagent.junit.MaxConnections;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Invocations {
  private static int repetitions;

  @Frugal
  void isComposed() {
    Client.connect(2);
  }

  @Frugal
  void isComposedAndHeld() {
    Client.connect(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @MaxConnections(2)
  void isParameterized(int times) {
    Client.connect(times);
  }

  @RepeatedTest(2)
  @MaxConnections(1)
  void isRepeated() {
    Client.connect(++repetitions);
  }

  @TestFactory
  @MaxConnections(1)
  Stream<DynamicTest> makesTests() {
    Client.connect(1);
    return Stream.of(
        dynamicTest("held", () -> Client.connect(1)), dynamicTest("over", () -> Client.connect(2)));
  }
}
