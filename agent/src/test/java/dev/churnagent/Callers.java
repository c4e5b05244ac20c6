package dev.churnagent;

import java.util.function.IntSupplier;

/** Application code to stand in recorded stacks: the recorder leaves its own package out. */
public final class Callers {
  private Callers() {}

  public static int first(IntSupplier inner) {
    return inner.getAsInt();
  }

  public static int second(IntSupplier inner) {
    return inner.getAsInt();
  }

  /** The same method by two lines. */
  public static int either(boolean upper, IntSupplier inner) {
    if (upper) {
      return inner.getAsInt();
    }
    return inner.getAsInt();
  }

  public static int deep(int depth, IntSupplier inner) {
    return depth == 0 ? inner.getAsInt() : deep(depth - 1, inner);
  }
}
