package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import java.util.ArrayList;
import java.util.List;

/** Who closed the connections of one run, where that was somebody else than who opened them. */
final class RunClosers {
  /** A stack that could not be taken or read. */
  private static final CallStack UNKNOWN = new CallStack(List.of());

  private final List<CallStack> stacks = new ArrayList<>();

  /** By site and by closer's stack, from 1; 0 is the unknown one. */
  private final PairCounts closes = new PairCounts();

  void stackDefined(int stackId, CallStack stack) {
    while (stacks.size() < stackId) {
      stacks.add(UNKNOWN);
    }
    if (stacks.size() == stackId) {
      stacks.add(stack);
    } else {
      stacks.set(stackId, stack);
    }
  }

  /**
   * Somebody else closed a connection.
   *
   * @param site id in {@link Definitions} of the connection's site
   * @param closerStackId the closer's stack in the journal, or -1
   */
  void closed(int site, int closerStackId) {
    boolean isKnown = closerStackId >= 0 && closerStackId < stacks.size();
    closes.increment(site, isKnown ? closerStackId + 1 : 0);
  }

  /** The run ended: hands its sums over. */
  void runEnded(SiteClosers totals, CloserFinder finder) {
    closes.forEach(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int closer, long count) {
            CallStack stack = closer == 0 ? UNKNOWN : stacks.get(closer - 1);
            totals.add(site, finder.closerOf(stack), count);
          }
        });
  }
}
