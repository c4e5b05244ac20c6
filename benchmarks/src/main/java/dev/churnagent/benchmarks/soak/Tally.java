package dev.churnagent.benchmarks.soak;

import java.util.concurrent.atomic.AtomicLong;

/** What the client has begun, and how it ended. */
final class Tally {
  private static final int MOST_ERRORS_PRINTED = 20;

  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  void begin() {
    begun.incrementAndGet();
  }

  void end() {
    done.incrementAndGet();
  }

  void fail(String way, Throwable error) {
    if (failed.incrementAndGet() <= MOST_ERRORS_PRINTED) {
      System.err.println(way + ": " + error);
    }
    done.incrementAndGet();
  }

  /** Connections that were begun and have not ended. */
  long underWay() {
    return begun.get() - done.get();
  }

  long begun() {
    return begun.get();
  }

  long failed() {
    return failed.get();
  }
}
