package dev.churnagent.analysis;

import dev.churnagent.model.WatchedMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * Which method each scope of one run is an invocation of, and the connections in it. Of scopes only
 * the last 65,536 are known: a connection comes while its scope runs, or soon after.
 */
final class RunScopes {
  private static final int KNOWN = 1 << 16;
  private static final String UNKNOWN = "(unknown)";

  private final List<String> names = new ArrayList<>();
  private final int[] scopeIds = new int[KNOWN];

  /** One more than the method's id; 0: none. */
  private final int[] methods = new int[KNOWN];

  private final PairCounts connections = new PairCounts();
  private boolean anyScope;

  void methodDefined(int id, WatchedMethod method) {
    while (names.size() <= id) {
      names.add(UNKNOWN);
    }
    names.set(id, method.className() + '#' + method.method());
  }

  void scopeStarted(int scopeId, int methodId) {
    anyScope = true;
    scopeIds[scopeId & KNOWN - 1] = scopeId;
    methods[scopeId & KNOWN - 1] = methodId + 1;
  }

  /**
   * A connection was established in a scope.
   *
   * @param site id in {@link Definitions}
   */
  void connection(int site, int scopeId) {
    anyScope = true;
    int slot = scopeId & KNOWN - 1;
    connections.add(site, scopeIds[slot] == scopeId ? methods[slot] : 0, 1);
  }

  /** The run ended: hands its sums over. */
  void runEnded(ScopeConnections totals) {
    if (!anyScope) {
      return;
    }
    totals.sawScope();
    connections.forEach(
        new PairCounts.Visitor() {
          @Override
          public void pair(int site, int method, long count) {
            boolean isKnown = method > 0 && method <= names.size();
            totals.add(site, isKnown ? names.get(method - 1) : UNKNOWN, count);
          }
        });
  }
}
