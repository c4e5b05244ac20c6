package dev.churnagent.benchmarks.harness;

import java.io.IOException;

/** Compares what the sides of a fork have counted. */
public final class Counts {
  private Counts() {}

  /**
   * Two counts of the same.
   *
   * @throws IOException if they are not equal
   */
  public static void expect(String what, long expected, long actual) throws IOException {
    if (expected != actual) {
      throw new IOException(what + " is " + actual + ", not " + expected);
    }
  }
}
