package dev.churnagent.junit;

/**
 * A piece of code to measure.
 *
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface ThrowingRunnable<E extends Throwable> {
  /** Runs it. */
  void run() throws E;
}
