package dev.churnagent.it.fetch.framework;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JUnit 5 and 6. */
final class JupiterFlows extends InheritedFlows {
  @BeforeEach
  void setUp() throws IOException {
    Fetcher.fetch("/set-up");
  }

  @Test
  void fetchesTwice() throws IOException {
    Fetcher.fetch("/twice");
    Fetcher.fetch("/twice");
  }

  @Test
  void fetchesOnce() throws IOException {
    Fetcher.fetch("/once");
  }

  @Test
  void fetchesOnceToo() throws IOException {
    Fetcher.fetch("/once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c"})
  void isParameterized(String parameter) throws IOException {
    Fetcher.fetch("/parameterized");
  }

  @RepeatedTest(2)
  void isRepeated() throws IOException {
    Fetcher.fetch("/repeated");
  }

  @TestFactory
  Stream<DynamicTest> makesTests() throws IOException {
    Fetcher.fetch("/factory");
    Fetcher.fetch("/factory");
    return Stream.of(DynamicTest.dynamicTest("empty", () -> {}));
  }

  /** Deeper. */
  @Nested
  final class Inner {
    @Test
    void fetchesInside() throws IOException {
      Fetcher.fetch("/inside");
      Fetcher.fetch("/inside");
    }
  }
}
