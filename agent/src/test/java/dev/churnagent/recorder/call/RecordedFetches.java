package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalReader;
import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in a journal about fetches. */
final class RecordedFetches implements RecordingHandler {
  final List<Call> calls = new ArrayList<>();
  final Map<Integer, RequestKey> requests = new LinkedHashMap<>();
  final Map<Integer, WatchedMethod> methods = new LinkedHashMap<>();
  final Map<Integer, CallStack> stacks = new LinkedHashMap<>();

  /** Stack and parent of each origin. */
  final Map<Integer, List<Integer>> origins = new LinkedHashMap<>();

  /** For instance {@code start 1 in 0}, {@code end 1}, {@code connection in 1}. */
  final List<String> scopes = new ArrayList<>();

  final List<String> degraded = new ArrayList<>();
  int definitions;
  long lost;

  static RecordedFetches read(Path journal) {
    RecordedFetches fetches = new RecordedFetches();
    try {
      JournalReader.read(journal, fetches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fetches;
  }

  @Override
  public void methodDefined(int methodId, WatchedMethod method) {
    methods.put(methodId, method);
  }

  @Override
  public void requestDefined(int requestId, RequestKey key) {
    requests.put(requestId, key);
    definitions++;
  }

  @Override
  public void originDefined(int originId, int stackId, int parentOriginId) {
    origins.put(originId, List.of(stackId, parentOriginId));
  }

  @Override
  public void scopeStarted(
      long atNanos, int scopeId, int methodId, int threadId, int parentScopeId) {
    scopes.add("start " + scopeId + " in " + parentScopeId);
  }

  @Override
  public void scopeEnded(long atNanos, int scopeId) {
    scopes.add("end " + scopeId);
  }

  @Override
  public void connectionInScope(long atNanos, int stackId, int scopeId) {
    scopes.add("connection in " + scopeId);
  }

  @Override
  public void callEnded(Call call) {
    calls.add(call);
  }

  @Override
  public void stackDefined(int stackId, CallStack stack) {
    stacks.put(stackId, stack);
  }

  @Override
  public void measurementDegraded(long atNanos, String what) {
    degraded.add(what);
  }

  @Override
  public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {
    lost = lostEvents;
  }

  @Override
  public void runStarted(RunInfo run) {}

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {}

  @Override
  public void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {}

  @Override
  public void connectFailed(
      long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {}

  @Override
  public void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {}

  @Override
  public void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {}

  @Override
  public void failureDescribed(FailureKind kind, String message) {}
}
