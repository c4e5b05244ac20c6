package dev.churnagent.report;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.ChainFindings.Step;
import dev.churnagent.analysis.FrameText;

/** Says in words what a chain is, for those who have the finding and no report. */
public final class ChainWords {
  private ChainWords() {}

  /** What to do about it, as in a report, without what it would save in TIME_WAIT. */
  public static String advice(ChainFindings chain) {
    return ChainAdvice.of(chain, null, 0);
  }

  /**
   * A step, with the place in the root that leads to it as in a stack trace: {@code
   * com.acme.Flow.run(Flow.java:12) calls com.acme.StepA#run}.
   */
  public static String step(ChainFindings chain, Step step) {
    Step root = chain.root();
    if (step.line() < 0 || root.file() == null) {
      return step.name();
    }
    String place = FrameText.of(root.className(), root.method(), root.file(), step.line());
    return step.name().equals(root.name()) ? place : place + " calls " + step.name();
  }
}
