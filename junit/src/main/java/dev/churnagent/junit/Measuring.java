package dev.churnagent.junit;

/** One test's measurement. Where it can't be begun, the test runs, and fails at its end. */
final class Measuring {
  private final TestLimits limits;
  private final Engine agent;
  private final Object token;

  /** Null if it began. */
  private final String refusal;

  private Measuring(TestLimits limits, Engine agent, Object token, String refusal) {
    this.limits = limits;
    this.agent = agent;
    this.token = token;
    this.refusal = refusal;
  }

  static Measuring begin(TestLimits limits) {
    try {
      Engine agent = Agent.attached();
      return new Measuring(limits, agent, agent.begin(limits.options()), null);
    } catch (MeasurementException e) {
      return new Measuring(limits, null, null, e.getMessage());
    }
  }

  /** Ends it: the failure's message, or null if every limit was held. */
  String end(String test) {
    if (refusal != null) {
      return test + ": " + refusal;
    }
    try {
      return Verdict.of(test, limits, new Answer(agent.end(token)));
    } catch (MeasurementException e) {
      return test + ": " + e.getMessage();
    } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
      return test
          + ": churn-junit does not understand the attached churn-agent ("
          + e
          + "): use the same version of both";
    }
  }
}
