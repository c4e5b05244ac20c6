package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit of work within which repeats are redundant: one invocation of a scope, or one thread of a
 * run without scopes.
 */
final class Unit {
  /** The scope's method, or -1 if this is a thread or the method is not known. */
  final int methodId;

  /** The thread that the scope began on, or -1. */
  final int threadId;

  /** Repeats farther apart than this don't count; in a scope there is no such bound. */
  final long windowNanos;

  /** When the scope ended, or the thread's last call did. */
  long endedAt;

  /** Calls that were not judged yet, in no order. */
  List<Call> calls = new ArrayList<>(4);

  /** By request: where the stretch of calls before this one ended. */
  Map<Integer, Repeats.Last> lastOfStretchBefore = new HashMap<>(0);

  private Unit(int methodId, int threadId, long windowNanos) {
    this.methodId = methodId;
    this.threadId = threadId;
    this.windowNanos = windowNanos;
  }

  static Unit scope(int methodId, int threadId) {
    return new Unit(methodId, threadId, Long.MAX_VALUE);
  }

  static Unit thread(long windowNanos) {
    return new Unit(-1, -1, windowNanos);
  }
}
