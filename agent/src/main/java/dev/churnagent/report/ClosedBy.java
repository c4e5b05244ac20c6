package dev.churnagent.report;

import dev.churnagent.analysis.Library;

/**
 * Connections of a site that were closed by somebody else than who opened them: by another thread,
 * or by a task that was handed over.
 *
 * @param site where on the closing thread, as in a stack trace
 * @param kind {@code application}, {@code library}, {@code jdk} or {@link #GARBAGE_COLLECTION}
 * @param library what stands between that site and the close, or null
 * @param attribution {@code handoff} if {@code handedOverBy} is known, else {@code stack}
 * @param handedOverBy the application's site that handed the closing over, or null
 */
public record ClosedBy(
    String site,
    String kind,
    Library library,
    String attribution,
    String handedOverBy,
    long connections) {
  /** The kind of closes of what the program forgot. */
  public static final String GARBAGE_COLLECTION = "garbage-collection";

  boolean isGarbageCollection() {
    return kind.equals(GARBAGE_COLLECTION);
  }
}
