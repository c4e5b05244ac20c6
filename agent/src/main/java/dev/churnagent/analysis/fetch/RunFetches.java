package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the records of one run that tell of fetches, in the order of its journal, as {@link
 * dev.churnagent.model.RecordingHandler} describes them. Used by one thread.
 */
public final class RunFetches {
  private static final long DEFAULT_WINDOW_NANOS = 60_000_000_000L;

  private final FetchTotals totals;
  private final Watching watching;
  private final Paths paths;
  private final List<Request> requests = new ArrayList<>();
  private final List<WatchedMethod> methods = new ArrayList<>();
  private final WriteLog writes = new WriteLog();
  private final OpenParents parents = new OpenParents();
  private final OpenUnits units;
  private int measurement = -1;
  private long unreadable;

  /**
   * Creates one for one run.
   *
   * @param totals where the findings go at its end
   */
  public RunFetches(FetchTotals totals, RunInfo run, PlaceFinder finder) {
    this.totals = totals;
    this.watching = run.watching();
    this.paths = new Paths(finder);
    boolean hasWindow = watching != null && watching.chainWindowNanos() > 0;
    long window = hasWindow ? watching.chainWindowNanos() : DEFAULT_WINDOW_NANOS;
    this.units = new OpenUnits(new Judge(requests, paths, writes), window);
  }

  /** Defines a stack. Those with a hand-over are connections': a fetch tells its own apart. */
  public void stackDefined(int stackId, CallStack stack) {
    if (watching != null && stack.handedOverBy() == null) {
      paths.stackDefined(stackId, stack);
    }
  }

  /** Defines a woven method. */
  public void methodDefined(int methodId, WatchedMethod method) {
    methods.add(method);
    measurement = method.isMeasurement() ? methodId : measurement;
    paths.methodDefined(methodId, method);
  }

  /** Defines a request. */
  public void requestDefined(int requestId, RequestKey key) {
    while (requests.size() <= requestId) {
      requests.add(null);
    }
    requests.set(requestId, new Request(requestId, key));
  }

  /** Defines where a thread's work came from. */
  public void originDefined(int originId, int stackId, int parentOriginId) {
    paths.originDefined(originId, stackId, parentOriginId);
  }

  /** A scope began. */
  public void scopeStarted(int scopeId, int methodId, int threadId, int parentScopeId) {
    if (methodId == measurement && methodId >= 0) {
      units.measurementStarted(scopeId, parentScopeId);
    } else {
      units.scopeStarted(scopeId, methodId, threadId);
    }
  }

  /** A scope ended. */
  public void scopeEnded(long atNanos, int scopeId) {
    units.scopeEnded(atNanos, scopeId);
  }

  /** A call ended. */
  public void callEnded(Call call) {
    int id = call.requestId();
    Request request = id < 0 || id >= requests.size() ? null : requests.get(id);
    if (request == null) {
      unreadable++;
    } else if (request.key.kind() == RequestKind.HTTP) {
      httpEnded(call, request);
    } else {
      request.count(call);
      parents.watchedEnded(call.callId(), call.parentCallId(), request);
      units.callEnded(call);
    }
  }

  private void httpEnded(Call call, Request http) {
    WriteLog.Write write =
        http.verb == Request.Verb.WRITE
            ? writes.add(http, call.startNanos(), call.endNanos())
            : null;
    if (call.parentCallId() >= 0) {
      boolean failed = call.has(Call.FAILED);
      parents.httpEnded(call.parentCallId(), http, failed, call.connections(), write);
    } else {
      http.count(call);
      units.callEnded(call);
    }
  }

  /** The run ended; its findings go to the totals. */
  public void runEnded() {
    parents.runEnded();
    Tally tally = units.runEnded();
    totals.add(watching, methods, requests, tally, unreadable);
  }
}
