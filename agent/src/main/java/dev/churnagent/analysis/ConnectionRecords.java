package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import java.io.IOException;

/**
 * Hands on what a recording says of connections, and nothing of fetches, which cost more; nor of
 * scopes, clients and closers, which the first reading has counted.
 */
final class ConnectionRecords implements RecordingSource {
  private final RecordingSource source;

  ConnectionRecords(RecordingSource source) {
    this.source = source;
  }

  @Override
  public void read(RecordingHandler handler) throws IOException {
    source.read(new Filter(handler));
  }

  private static final class Filter implements RecordingHandler {
    private final RecordingHandler handler;

    private Filter(RecordingHandler handler) {
      this.handler = handler;
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
    public void failureDescribed(FailureKind kind, String message) {
      handler.failureDescribed(kind, message);
    }

    @Override
    public void timeWaitSampled(long atNanos, int endpointId, int[] appeared, int[] gone) {
      handler.timeWaitSampled(atNanos, endpointId, appeared, gone);
    }

    @Override
    public void socketTableRead(long atNanos, int timeWait, String[] others, int[] counts) {
      handler.socketTableRead(atNanos, timeWait, others, counts);
    }

    @Override
    public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {
      handler.runEnded(endedAtNanos, reason, lostEvents);
    }
  }
}
