package dev.churnagent.programs;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;

/** Leaves out all but calls. */
abstract class CallsOnly implements RecordingHandler {
  @Override
  public void runStarted(RunInfo run) {}

  @Override
  public void stackDefined(int stackId, CallStack stack) {}

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

  @Override
  public void measurementDegraded(long atNanos, String what) {}

  @Override
  public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {}
}
