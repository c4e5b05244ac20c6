package dev.churnagent.model;

import java.util.List;

/**
 * Which fetches a run was told to record.
 *
 * @param http whether HTTP requests on the wire were recognised
 * @param watch the {@code watch} patterns as written
 * @param scope the {@code scope} patterns as written; empty: test methods by annotation
 * @param chainWindowNanos how far apart repeats may be on one thread where there is no scope
 */
public record Watching(
    boolean http, List<String> watch, List<String> scope, long chainWindowNanos) {
  /** Keeps unmodifiable copies. */
  public Watching {
    watch = List.copyOf(watch);
    scope = List.copyOf(scope);
  }
}
