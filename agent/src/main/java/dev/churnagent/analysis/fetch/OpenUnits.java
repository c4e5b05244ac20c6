package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The units that calls may still come for, and when each is judged: a scope some time after its
 * end, since work that it handed to other threads may go on; a thread when it was silent for longer
 * than the window; both earlier if their calls become too many to hold.
 */
final class OpenUnits {
  static final int CALLS_PER_UNIT = 50_000;
  private static final int CALLS_IN_ALL = 300_000;
  private static final int ENDED_SCOPES = 20_000;
  private static final int OPEN_SCOPES = 100_000;
  private static final int FORGOTTEN_SCOPES = 1 << 16;

  /** How long calls may follow the end of their scope. */
  private static final long LINGER_NANOS = 30_000_000_000L;

  private final Judge judge;
  private final long windowNanos;
  private final Tally inScopes = new Tally();
  private Tally onThreads = new Tally();
  private final Map<Integer, Unit> scopes = new LinkedHashMap<>();
  private final Deque<Integer> ended = new ArrayDeque<>();
  private final Map<Integer, Unit> threads = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Number, method and thread of scopes that were judged, so that a late call is not taken for one
   * of another method.
   */
  private int[][] judged = {};

  /** Measurements with the scope around them, or -1: they are no units of their own. */
  private final Map<Integer, Integer> measurements =
      new LinkedHashMap<>(16) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
          return size() > FORGOTTEN_SCOPES;
        }
      };

  private boolean anyScope;
  private int held;

  OpenUnits(Judge judge, long windowNanos) {
    this.judge = judge;
    this.windowNanos = Math.min(windowNanos, Long.MAX_VALUE / 2);
  }

  void scopeStarted(int scopeId, int methodId, int threadId) {
    sawScope();
    scopes.put(scopeId, Unit.scope(methodId, threadId));
    if (scopes.size() > OPEN_SCOPES) {
      close(scopes.keySet().iterator().next());
    }
  }

  /** A measurement began: what is in it belongs to the scope around it, if there is one. */
  void measurementStarted(int scopeId, int parentScopeId) {
    measurements.put(scopeId, unitOf(parentScopeId));
  }

  private int unitOf(int scopeId) {
    Integer around = measurements.isEmpty() ? null : measurements.get(scopeId);
    return around == null ? scopeId : around;
  }

  /** From now on, what is outside of scopes is not judged, nor what was before. */
  private void sawScope() {
    if (!anyScope) {
      anyScope = true;
      for (Unit unit : threads.values()) {
        held -= unit.calls.size();
      }
      threads.clear();
      onThreads = new Tally();
    }
  }

  void scopeEnded(long atNanos, int scopeId) {
    Unit unit = scopes.get(scopeId);
    if (unit != null) {
      unit.endedAt = atNanos;
      ended.add(scopeId);
      closeOver(atNanos);
    }
  }

  void callEnded(Call call) {
    int scopeId = unitOf(call.scopeId());
    if (scopeId >= 0) {
      sawScope();
      add(scope(scopeId, call.endNanos()), call);
    } else if (!anyScope) {
      Unit unit = threads.get(call.threadId());
      if (unit == null) {
        unit = Unit.thread(windowNanos);
        threads.put(call.threadId(), unit);
      }
      unit.endedAt = Math.max(unit.endedAt, call.endNanos());
      add(unit, call);
    }
    closeOver(call.endNanos());
  }

  private Unit scope(int scopeId, long atNanos) {
    Unit unit = scopes.get(scopeId);
    if (unit == null) {
      // Late, or its start was lost. Its calls can only be compared with each other.
      int slot = scopeId & FORGOTTEN_SCOPES - 1;
      int[] known = judged.length == 0 ? null : judged[slot];
      boolean isKnown = known != null && known[0] == scopeId;
      unit = isKnown ? Unit.scope(known[1], known[2]) : Unit.scope(-1, -1);
      unit.endedAt = atNanos;
      scopes.put(scopeId, unit);
      ended.add(scopeId);
    }
    return unit;
  }

  private void add(Unit unit, Call call) {
    unit.calls.add(call);
    held++;
    if (unit.calls.size() >= CALLS_PER_UNIT) {
      judgeStretch(unit);
    }
    if (held >= CALLS_IN_ALL) {
      judgeAllStretches();
    }
  }

  /** Calls whose watched call has not ended wait for it, unless nearly all do. */
  private void judgeStretch(Unit unit) {
    Set<Integer> known = new HashSet<>();
    for (Call call : unit.calls) {
      known.add(call.callId());
    }
    List<Call> complete = new ArrayList<>();
    List<Call> waiting = new ArrayList<>();
    for (Call call : unit.calls) {
      boolean waits = call.parentCallId() >= 0 && !known.contains(call.parentCallId());
      (waits ? waiting : complete).add(call);
    }
    if (waiting.size() > complete.size()) {
      complete = unit.calls;
      waiting = new ArrayList<>();
    }
    unit.calls = waiting;
    held -= complete.size();
    if (!complete.isEmpty()) {
      judge.judge(unit, complete, true, tallyOf(unit));
    }
  }

  private void judgeAllStretches() {
    while (!ended.isEmpty()) {
      close(ended.poll());
    }
    for (Unit unit : scopes.values()) {
      judgeStretch(unit);
    }
    for (Unit unit : threads.values()) {
      judgeStretch(unit);
    }
  }

  private Tally tallyOf(Unit unit) {
    return unit.windowNanos == Long.MAX_VALUE ? inScopes : onThreads;
  }

  private void closeOver(long nowNanos) {
    while (!ended.isEmpty()) {
      Unit unit = scopes.get(ended.peek());
      boolean isOver = unit == null || unit.endedAt + LINGER_NANOS < nowNanos;
      if (!isOver && ended.size() <= ENDED_SCOPES) {
        break;
      }
      close(ended.poll());
    }
    Iterator<Unit> silentFirst = threads.values().iterator();
    while (silentFirst.hasNext()) {
      Unit unit = silentFirst.next();
      if (nowNanos - unit.endedAt <= windowNanos + LINGER_NANOS) {
        break;
      }
      silentFirst.remove();
      finish(unit);
    }
  }

  private void close(int scopeId) {
    Unit unit = scopes.remove(scopeId);
    if (unit != null) {
      finish(unit);
      if (judged.length == 0) {
        judged = new int[FORGOTTEN_SCOPES][];
      }
      judged[scopeId & FORGOTTEN_SCOPES - 1] = new int[] {scopeId, unit.methodId, unit.threadId};
    }
  }

  private void finish(Unit unit) {
    List<Call> calls = unit.calls;
    unit.calls = new ArrayList<>(0);
    held -= calls.size();
    if (!calls.isEmpty()) {
      judge.judge(unit, calls, false, tallyOf(unit));
    }
  }

  /** The run ended: judges what is open and gives what was found. */
  Tally runEnded() {
    for (Unit unit : new ArrayList<>(scopes.values())) {
      finish(unit);
    }
    for (Unit unit : threads.values()) {
      finish(unit);
    }
    return anyScope ? inScopes : onThreads;
  }
}
