package dev.churnagent.values;

import dev.churnagent.model.KeyBasis;

/**
 * Digests of a call's key and of its result, 64 bits each; equal values have equal digests. For one
 * thread, used again and again; keeps nothing of what it read.
 *
 * <ul>
 *   <li>By content: null, primitives, strings, enums, classes, records, arrays, the collections and
 *       values of {@link JdkShapes}. Lists by order; sets and maps without; whether an {@code
 *       ArrayList} or a {@code List.of} holds the elements does not count.
 *   <li>Any other object in a key: by its class and its own simple fields (primitives, strings,
 *       enums, the JDK's values; not transient ones). Without any, or if it is a collection by
 *       inheritance: by identity.
 *   <li>In a result: by its class and all its fields but the transient ones. What has no readable
 *       data counts as its class.
 *   <li>A result is not known if a bound was met, if it is or holds state that can't be read (an
 *       heir of a JDK class with data, a collection that is not on the list), or if it shows no
 *       data at all: streams, iterators, throwables, closeables, futures, threads, lambdas.
 * </ul>
 */
public final class ValueDigest {
  private static final long NULL_ANSWER = Mix.end(Mix.SEED);

  private final ValueReader reader = new ValueReader();
  private boolean known;

  /**
   * The digest of a call's receiver and arguments.
   *
   * @param start what else belongs to the key
   * @param receiver null for a static method
   * @param arguments null stands for none
   */
  public long key(long start, Object receiver, Object[] arguments) {
    reader.start(false);
    long digest = Mix.step(start, part(receiver));
    if (arguments != null) {
      for (Object argument : arguments) {
        digest = Mix.step(digest, part(argument));
      }
    }
    return Mix.end(digest);
  }

  /** What the last key rests on; never null. */
  public KeyBasis basis() {
    return KeyBasis.ofCode(reader.basis);
  }

  /**
   * The digest of a result; see {@link #known()}.
   *
   * @param result null for null and for void, which are known
   */
  public long answer(Object result) {
    if (result == null) {
      known = true;
      return NULL_ANSWER;
    }
    reader.start(true);
    try {
      long digest = reader.read(result, 0);
      known = reader.basis == KeyBasis.VALUE.code() && reader.sawData;
      return Mix.end(digest);
    } catch (RuntimeException | Error e) {
      known = false;
      return 0;
    } finally {
      reader.forget();
    }
  }

  /** Whether the last result was read as a whole. */
  public boolean known() {
    return known;
  }

  private long part(Object value) {
    if (value == null) {
      return 0;
    }
    if (value.getClass() == String.class) {
      return reader.string((String) value);
    }
    try {
      return reader.read(value, 0);
    } catch (RuntimeException | Error e) {
      // Changed by another thread while it was read, or too deep a stack: not equal to any other.
      reader.meet(KeyBasis.BOUNDED);
      return System.identityHashCode(value);
    } finally {
      reader.forget();
    }
  }
}
