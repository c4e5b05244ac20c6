package dev.churnagent.hook;

import java.util.Map;

/**
 * Measures pieces of the program for its tests. Behind {@link MeasurementHook}; types of the JDK
 * only, since its users are loaded by another loader and may be of another version.
 */
public interface MeasurementEngine {
  /**
   * Begins to measure what this thread does, and what it hands to others. Never throws.
   *
   * @param options see {@link MeasurementHook}
   * @return the token for {@link #end}
   */
  Object begin(Map<String, ?> options);

  /**
   * Ends it. Never throws.
   *
   * @return see {@link MeasurementHook}
   */
  Map<String, Object> end(Object token);
}
