package dev.churnagent.analysis;

import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;

/** The HTTP answers that one run read only in part, by the stack that asked for them. */
final class RunUnreadAnswers {
  private final RunStacks stacks;

  /** By stack and by where its work came from; both are one more than their number, 0 if none. */
  private final PairCounts answers = new PairCounts();

  RunUnreadAnswers(RunStacks stacks) {
    this.stacks = stacks;
  }

  void callEnded(Call call) {
    if (call.has(Call.UNREAD_ANSWER) && call.stackId() >= 0) {
      answers.increment(call.stackId() + 1, Math.max(0, call.originId() + 1));
    }
  }

  /** The run ended: hands its sums over. */
  void runEnded(UnreadAnswers totals, Definitions definitions, SiteFinder finder) {
    answers.forEach(
        new PairCounts.Visitor() {
          @Override
          public void pair(int stack, int origin, long count) {
            CallStack asked = stacks.of(stack - 1, origin - 1);
            totals.add(definitions.siteId(finder.siteOf(asked)), count);
          }
        });
  }
}
