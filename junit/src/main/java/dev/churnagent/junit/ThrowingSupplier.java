package dev.churnagent.junit;

/**
 * A piece of code with a result, to measure.
 *
 * @param <T> of its result
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface ThrowingSupplier<T, E extends Throwable> {
  /** Runs it. */
  T get() throws E;
}
