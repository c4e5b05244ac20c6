package dev.churnagent.recorder.call;

/**
 * How much one thread spends on the tasks that it hands over: so little that a program with
 * millions of them a second does not feel it, and so much that other programs never come to its
 * end. Used by that thread alone.
 */
final class StackBudget {
  /** A stack costs about 1 us, so a second's worth is 1 % of the thread's time. */
  private static final int STACKS_PER_SECOND = 8192;

  /** To pass a known context on costs about an eighth of a stack. */
  private static final int STACK = 8;

  private static final int FULL = STACKS_PER_SECOND * STACK;
  private static final long REFILLED_AFTER = 1_000_000_000;

  /** The clock costs more than all else here: it is looked at once in so many times. */
  private static final int ASKED_PER_LOOK = 64;

  private int left = FULL;
  private int untilLook;
  private long filledAt;

  /** Whether a stack may be taken, which is then spent. */
  boolean spendStack() {
    return spend(STACK);
  }

  /** Whether a known context may be passed on, which is then spent. */
  boolean spendContext() {
    return spend(1);
  }

  /** As after a second without hand-overs. */
  void fill() {
    fill(FULL);
  }

  /** With so much left, and no more for a while. */
  void fill(int amount) {
    left = amount;
    untilLook = Integer.MAX_VALUE;
  }

  /** As after very many. */
  void exhaust() {
    fill(0);
  }

  private boolean spend(int amount) {
    if (left >= amount || isRefilled()) {
      left -= amount;
      return true;
    }
    return false;
  }

  private boolean isRefilled() {
    if (--untilLook > 0) {
      return false;
    }
    untilLook = ASKED_PER_LOOK;
    long now = System.nanoTime();
    if (filledAt != 0 && now - filledAt < REFILLED_AFTER) {
      return false;
    }
    // The first time round nobody knows when it was full; it is full once more then.
    filledAt = now;
    left = FULL;
    return true;
  }
}
