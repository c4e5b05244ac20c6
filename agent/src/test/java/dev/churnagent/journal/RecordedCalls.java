package dev.churnagent.journal;

import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClientKind;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.WatchedMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a reader told, one line for each call: the method's name and its arguments. */
final class RecordedCalls implements RecordingHandler {
  final List<String> lines = new ArrayList<>();
  long tornBytes;

  static RecordedCalls read(Path journal) throws IOException {
    RecordedCalls calls = new RecordedCalls();
    calls.tornBytes = JournalReader.read(journal, calls);
    return calls;
  }

  /** The lines of one method. */
  List<String> of(String method) {
    return lines.stream().filter(line -> line.startsWith(method + "[")).toList();
  }

  private void add(String method, Object... arguments) {
    lines.add(method + Arrays.toString(arguments));
  }

  @Override
  public void runStarted(RunInfo run) {
    add("runStarted", run);
  }

  @Override
  public void stackDefined(int stackId, CallStack stack) {
    add("stackDefined", stackId, ("" + stack).replace(", handedOverBy=null]", "]"));
  }

  @Override
  public void clientBuilt(int clientId, ClientKind kind, int stackId) {
    add("clientBuilt", clientId, kind, stackId);
  }

  @Override
  public void connectionByClient(long atNanos, int stackId, int clientId) {
    add("connectionByClient", atNanos, stackId, clientId);
  }

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {
    add("endpointDefined", endpointId, endpoint);
  }

  @Override
  public void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {
    add("connectionEstablished", atNanos, stackId, endpointId, localPort, connectNanos);
  }

  @Override
  public void connectFailed(
      long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {
    add("connectFailed", atNanos, stackId, endpointId, kind, elapsedNanos);
  }

  @Override
  public void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {
    add("connectAbandoned", atNanos, stackId, endpointId, elapsedNanos);
  }

  @Override
  public void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {
    add("connectionClosed", atNanos, stackId, endpointId, localPort, lifetimeNanos, closedFirst);
  }

  @Override
  public void connectionClosedBy(
      long atNanos, int stackId, int localPort, int closerStackId, long lifetimeNanos) {
    add("connectionClosedBy", atNanos, stackId, localPort, closerStackId, lifetimeNanos);
  }

  @Override
  public void methodDefined(int methodId, WatchedMethod method) {
    add("methodDefined", methodId, method);
  }

  @Override
  public void requestDefined(int requestId, RequestKey key) {
    add("requestDefined", requestId, key);
  }

  @Override
  public void originDefined(int originId, int stackId, int parentOriginId) {
    add("originDefined", originId, stackId, parentOriginId);
  }

  @Override
  public void scopeStarted(
      long atNanos, int scopeId, int methodId, int threadId, int parentScopeId) {
    add("scopeStarted", atNanos, scopeId, methodId, threadId, parentScopeId);
  }

  @Override
  public void scopeEnded(long atNanos, int scopeId) {
    add("scopeEnded", atNanos, scopeId);
  }

  @Override
  public void callEnded(Call call) {
    add("callEnded", call);
  }

  @Override
  public void connectionInScope(long atNanos, int stackId, int scopeId) {
    add("connectionInScope", atNanos, stackId, scopeId);
  }

  @Override
  public void portsDescribed(MachinePorts ports) {
    add("portsDescribed", ports);
  }

  @Override
  public void hopsFound(int endpointId, int hops) {
    add("hopsFound", endpointId, hops);
  }

  @Override
  public void timeWaitSampled(long atNanos, int endpointId, int[] appeared, int[] gone) {
    add("timeWaitSampled", atNanos, endpointId, Arrays.toString(appeared), Arrays.toString(gone));
  }

  @Override
  public void socketTableRead(long atNanos, int timeWait, String[] others, int[] counts) {
    add("socketTableRead", atNanos, timeWait, Arrays.toString(others), Arrays.toString(counts));
  }

  @Override
  public void failureDescribed(FailureKind kind, String message) {
    add("failureDescribed", kind, message);
  }

  @Override
  public void measurementDegraded(long atNanos, String what) {
    add("measurementDegraded", atNanos, what);
  }

  @Override
  public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {
    add("runEnded", endedAtNanos, reason, lostEvents);
  }
}
