package dev.churnagent.report;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;

/** Passes a recording on, but its last record only when it is known how much was torn. */
final class EndHeldBack implements RecordingHandler {
  private final RecordingHandler handler;
  private long endedAtNanos;
  private EndReason reason;
  private long lostEvents;

  EndHeldBack(RecordingHandler handler) {
    this.handler = handler;
  }

  /** Passes on the end, and before it that the journal is damaged if it is. */
  void release(long tornBytes) {
    if (reason == null) {
      return;
    }
    if (tornBytes > 0 && reason != EndReason.NOT_SEEN) {
      handler.measurementDegraded(
          endedAtNanos, tornBytes + " bytes of the journal are damaged and could not be read");
    }
    handler.runEnded(endedAtNanos, reason, lostEvents);
  }

  @Override
  public void runEnded(long endedAt, EndReason why, long lost) {
    endedAtNanos = endedAt;
    reason = why;
    lostEvents = lost;
  }

  @Override
  public void runStarted(RunInfo run) {
    handler.runStarted(run);
  }

  @Override
  public void stackDefined(int stackId, CallStack stack) {
    handler.stackDefined(stackId, stack);
  }

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {
    handler.endpointDefined(endpointId, endpoint);
  }

  @Override
  public void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {
    handler.connectionEstablished(atNanos, stackId, endpointId, localPort, connectNanos);
  }

  @Override
  public void connectFailed(
      long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {
    handler.connectFailed(atNanos, stackId, endpointId, kind, elapsedNanos);
  }

  @Override
  public void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {
    handler.connectAbandoned(atNanos, stackId, endpointId, elapsedNanos);
  }

  @Override
  public void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {
    handler.connectionClosed(atNanos, stackId, endpointId, localPort, lifetimeNanos, closedFirst);
  }

  @Override
  public void measurementDegraded(long atNanos, String what) {
    handler.measurementDegraded(atNanos, what);
  }
}
