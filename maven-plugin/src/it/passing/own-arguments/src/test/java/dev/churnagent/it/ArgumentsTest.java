package dev.churnagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void keepsWhatWasThere() {
    assertEquals("a b", System.getProperty("was.there"));
    assertEquals("yes", System.getProperty("from.the.pom"));
  }
}
