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

  /** Of a measurement that is in no scope. */
  private static final int NO_SCOPE = -1;

  private final List<String> names = new ArrayList<>();
  private final int[] scopeIds = new int[KNOWN];

  /** One more than the method's id; 0: none; {@link #NO_SCOPE}. */
  private final int[] methods = new int[KNOWN];

  private final PairCounts connections = new PairCounts();
  private int measurement = -1;
  private boolean anyScope;

  void methodDefined(int id, WatchedMethod method) {
    while (names.size() <= id) {
      names.add(UNKNOWN);
    }
    names.set(id, method.className() + '#' + method.method());
    measurement = method.isMeasurement() ? id : measurement;
  }

  void scopeStarted(int scopeId, int methodId, int parentScopeId) {
    int slot = scopeId & KNOWN - 1;
    int around = parentScopeId & KNOWN - 1;
    scopeIds[slot] = scopeId;
    if (methodId != measurement || methodId < 0) {
      anyScope = true;
      methods[slot] = methodId + 1;
    } else {
      boolean inScope = parentScopeId >= 0 && scopeIds[around] == parentScopeId;
      methods[slot] = inScope ? methods[around] : NO_SCOPE;
    }
  }

  /**
   * A connection was established in a scope.
   *
   * @param site id in {@link Definitions}
   */
  void connection(int site, int scopeId) {
    int slot = scopeId & KNOWN - 1;
    int method = scopeIds[slot] == scopeId ? methods[slot] : 0;
    if (method != NO_SCOPE) {
      anyScope = true;
      connections.add(site, method, 1);
    }
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
