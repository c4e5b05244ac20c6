package dev.churnagent.hook;

import java.util.Map;

/**
 * How tests ask what a piece of the program opened: the other side of {@code churn-junit}, which
 * finds this class by name in the bootstrap loader and calls it by reflection. Names, keys and
 * their types are a protocol between two jars that may differ in version: what is there is never
 * changed, only added to; if that is not enough, {@link #PROTOCOL} is counted up.
 *
 * <p>Options of {@link #begin}, each of which may be absent:
 *
 * <pre>
 * rates  List of String   rates to be judged, e.g. "5/s over 10s"
 * alone  Boolean          part of no measurement or scope that is open on this thread
 * </pre>
 *
 * <p>Figures of {@link #end}. Unless measuring failed altogether ({@code mistake} or {@code
 * fault}), all are there:
 *
 * <pre>
 * mistake          String, one line: an option can't be used
 * fault            String, one line: the agent failed
 * problems         List of String: why the figures may be too low; empty if they are exact
 * durationNanos    Long
 * connections      Long, established
 * failed           Long
 * openAtEnd        Long
 * peakOpen         Long
 * peakPerSecond    Double, the highest rate in any second
 * rates            List of Map, in the order of the option: rate (String), allowedPerSecond,
 *                  measuredPerSecond, windowSeconds (Double), held, heldWithElsewhere (Boolean)
 * sites            List of Map, most connections first: site (String, as in a stack trace),
 *                  connections (Long), failed (Long), endpoints (List of String)
 * elsewhere        List of Map, as sites without failed: opened meanwhile on threads of which it is
 *                  not known whose work they do
 * chains           List of Map, avoidable ones only, worst first: root (String), steps (List of
 *                  String), target (String), calls, avoidableCalls (Long), advice (String)
 * avoidableCalls   Long
 * avoidableElsewhere  Long, of fetches on threads of which it is not known whose work they do
 * fetchProblems    List of String: why repeats may have been missed; empty if none were
 * </pre>
 */
public final class MeasurementHook {
  /** Version of the protocol; what asks for another one is of another churn-agent. */
  public static final int PROTOCOL = 1;

  private static volatile MeasurementEngine engine;

  private MeasurementHook() {}

  /** Sets who measures from now on; null while nothing is recorded. */
  public static void setEngine(MeasurementEngine next) {
    engine = next;
  }

  /** Whether anything can be measured now. */
  public static boolean isRecording() {
    return engine != null;
  }

  /**
   * Begins a measurement on this thread.
   *
   * @return the token for {@link #end}, or null if nothing is recorded
   */
  public static Object begin(Map<String, ?> options) {
    MeasurementEngine current = engine;
    return current == null ? null : current.begin(options);
  }

  /**
   * Ends a measurement.
   *
   * @param token what {@link #begin} gave
   * @return the figures, or null if nothing is recorded any more
   */
  public static Map<String, Object> end(Object token) {
    MeasurementEngine current = engine;
    return current == null || token == null ? null : current.end(token);
  }
}
