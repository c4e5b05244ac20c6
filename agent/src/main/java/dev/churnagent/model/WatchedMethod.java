package dev.churnagent.model;

/**
 * A method that was woven because the user named it, or because it is a test.
 *
 * @param scope true: one invocation is one unit of work; false: it fetches data
 * @param className binary name of the class that declares the woven code; never null
 * @param method name as in the class file; never null
 * @param descriptor as in the class file; never null
 * @param pattern the {@code watch} or {@code scope} pattern that it matches, as written, or null
 *     for a test method that was found by its annotation
 */
public record WatchedMethod(
    boolean scope, String className, String method, String descriptor, String pattern) {
  /** Stands for every measurement that the program or its tests began: no method at all. */
  public static final WatchedMethod MEASUREMENT =
      new WatchedMethod(true, "(measurement)", "measure", "()V", null);

  /**
   * Whether its scopes are measurements. In reports they are part of the scope around them, so that
   * to measure changes no report.
   */
  public boolean isMeasurement() {
    return scope && className.equals(MEASUREMENT.className);
  }
}
