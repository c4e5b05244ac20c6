package dev.churnagent.junit;

import java.util.Map;

/**
 * Measures a piece of code, in a test or anywhere else in a JVM that the agent is attached to.
 *
 * <pre>{@code
 * ChurnFigures figures = Churn.measure(() -> client.fetchAll());
 * assertThat(figures.connections()).isLessThanOrEqualTo(2);
 * }</pre>
 *
 * <p>What counts is what the code opens on this thread and on those it hands work to, up to its
 * end. Measurements may be nested; the outer one counts what the inner one does.
 */
public final class Churn {
  private Churn() {}

  /**
   * Runs the code and measures it. What it throws is thrown on as it is.
   *
   * @throws MeasurementException if the agent is not attached (then the code is not run), or
   *     something that concerns it could not be measured
   */
  public static <E extends Throwable> ChurnFigures measure(ThrowingRunnable<E> code) throws E {
    return Churn.<Void, E>measureResult(
            () -> {
              code.run();
              return null;
            })
        .figures();
  }

  /**
   * The same for code with a result, which is left.
   *
   * @throws MeasurementException as {@link #measure(ThrowingRunnable)}
   */
  public static <T, E extends Throwable> ChurnFigures measure(ThrowingSupplier<T, E> code)
      throws E {
    return measureResult(code).figures();
  }

  /**
   * Runs the code, measures it and gives both its result and the figures.
   *
   * @throws MeasurementException as {@link #measure(ThrowingRunnable)}
   */
  public static <T, E extends Throwable> Measured<T> measureResult(ThrowingSupplier<T, E> code)
      throws E {
    Engine agent = Agent.attached();
    Object token = agent.begin(Map.of());
    T result;
    boolean returned = false;
    Map<String, Object> values = null;
    try {
      result = code.get();
      returned = true;
    } finally {
      values = end(agent, token, returned);
    }
    Answer answer = new Answer(values);
    String refusal = answer.refusal();
    if (refusal != null) {
      throw new MeasurementException(refusal, null);
    }
    ChurnFigures figures = answer.figures();
    if (!figures.problems().isEmpty()) {
      throw new MeasurementException(
          "the figures may be too low: " + String.join("; ", figures.problems()), figures);
    }
    return new Measured<>(result, figures);
  }

  /** What the code throws must not give way to a failure of ours. */
  private static Map<String, Object> end(Engine agent, Object token, boolean returned) {
    try {
      return agent.end(token);
    } catch (MeasurementException e) {
      if (returned) {
        throw e;
      }
      return null;
    }
  }
}
