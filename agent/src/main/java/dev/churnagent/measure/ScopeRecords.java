package dev.churnagent.measure;

import dev.churnagent.model.Call;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Picks the records of one measurement, and hands them to its analysis with the definitions they
 * need, each once. A measurement is the scope that it began and all scopes within that; or what is
 * in no scope at all.
 */
final class ScopeRecords {
  private static final int NONE = -1;
  private static final int MOST_SCOPES = 200_000;

  private final Known known;
  private final RecordingHandler analysis;
  private final int scopeId;

  /** Each scope within, with the one whose unit of work it is part of. */
  private final Map<Integer, Integer> units = new HashMap<>();

  private final Set<Opened> open = new HashSet<>();
  private final BitSet stacks = new BitSet();
  private final BitSet endpoints = new BitSet();
  private final BitSet methods = new BitSet();
  private final BitSet requests = new BitSet();
  private final BitSet origins = new BitSet();
  private boolean tooManyScopes;

  /** What tells a connection from all others of the run. */
  private record Opened(long atNanos, int stackId, int port) {}

  private ScopeRecords(Known known, RecordingHandler analysis, int scopeId) {
    this.known = known;
    this.analysis = analysis;
    this.scopeId = scopeId;
  }

  /** The records of this scope, whose start is still to come. */
  static ScopeRecords of(int scopeId, Known known, RecordingHandler analysis) {
    return new ScopeRecords(known, analysis, scopeId);
  }

  /** What is in no scope. */
  static ScopeRecords ofNone(Known known, RecordingHandler analysis) {
    ScopeRecords records = new ScopeRecords(known, analysis, NONE);
    records.units.put(NONE, NONE);
    return records;
  }

  /** Whether so many scopes were within that not all are known. */
  boolean isTooMany() {
    return tooManyScopes;
  }

  void scopeStarted(long atNanos, int id, int methodId, int threadId, int parentId) {
    if (id == scopeId) {
      units.put(id, id);
      analysis.scopeStarted(atNanos, id, NONE, threadId, NONE);
      return;
    }
    Integer around = units.get(parentId);
    if (around == null) {
      return;
    }
    if (units.size() == MOST_SCOPES) {
      tooManyScopes = true;
    } else if (known.isMeasurement(methodId)) {
      units.put(id, around);
    } else {
      units.put(id, id);
      needMethod(methodId);
      analysis.scopeStarted(atNanos, id, methodId, threadId, NONE);
    }
  }

  void connected(long atNanos, int stackId, int endpointId, int port, int inScope) {
    if (units.containsKey(inScope)) {
      needStack(stackId);
      needEndpoint(endpointId);
      open.add(new Opened(atNanos, stackId, port));
      analysis.connectionEstablished(atNanos, stackId, endpointId, port, NONE);
    }
  }

  void failed(long atNanos, int stackId, int endpointId, FailureKind kind, int inScope) {
    if (units.containsKey(inScope)) {
      needStack(stackId);
      needEndpoint(endpointId);
      analysis.connectFailed(atNanos, stackId, endpointId, kind, NONE);
    }
  }

  /** A connection of whichever scope was closed. */
  void closed(
      long atNanos,
      int stackId,
      int endpointId,
      int port,
      long lifetimeNanos,
      ClosedFirst closedFirst) {
    if (!open.isEmpty() && open.remove(new Opened(atNanos - lifetimeNanos, stackId, port))) {
      analysis.connectionClosed(atNanos, stackId, endpointId, port, lifetimeNanos, closedFirst);
    }
  }

  /** A fetch of whichever scope ended; others' writes may come between two of ours. */
  void called(Call call) {
    Integer unit = units.get(call.scopeId());
    boolean isOthersWrite = unit == null && isWrite(call);
    if (unit == null && !isOthersWrite) {
      return;
    }
    needRequest(call.requestId());
    needStack(call.stackId());
    needOrigin(call.originId());
    analysis.callEnded(
        new Call(
            call.startNanos(),
            call.durationNanos(),
            call.callId(),
            call.parentCallId(),
            call.requestId(),
            call.stackId(),
            call.originId(),
            unit == null ? Integer.MAX_VALUE : unit,
            call.threadId(),
            call.connections(),
            call.answer(),
            call.flags()));
  }

  private boolean isWrite(Call call) {
    RequestKey request = known.request(call.requestId());
    return request != null
        && request.kind() == RequestKind.HTTP
        && !request.target().startsWith("GET ")
        && !request.target().startsWith("HEAD ");
  }

  private void needStack(int id) {
    if (isNew(stacks, id) && known.stack(id) != null) {
      analysis.stackDefined(id, known.stack(id));
    }
  }

  private void needEndpoint(int id) {
    if (isNew(endpoints, id) && known.endpoint(id) != null) {
      analysis.endpointDefined(id, known.endpoint(id));
    }
  }

  private void needMethod(int id) {
    if (isNew(methods, id) && known.method(id) != null) {
      analysis.methodDefined(id, known.method(id));
    }
  }

  private void needRequest(int id) {
    if (isNew(requests, id) && known.request(id) != null) {
      needMethod(known.request(id).methodId());
      analysis.requestDefined(id, known.request(id));
    }
  }

  private void needOrigin(int id) {
    int next = id;
    while (isNew(origins, next) && known.origin(next) != null) {
      Known.Origin origin = known.origin(next);
      needStack(origin.stackId());
      analysis.originDefined(next, origin.stackId(), origin.parentId());
      next = origin.parentId();
    }
  }

  private static boolean isNew(BitSet defined, int id) {
    if (id < 0 || defined.get(id)) {
      return false;
    }
    defined.set(id);
    return true;
  }
}
