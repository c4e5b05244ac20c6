package dev.churnagent.recorder;

import dev.churnagent.journal.JournalReader;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal to record into, and what stands in it: one line for each event, without times. */
final class RecordedRun implements AutoCloseable {
  private final Path file;
  final JournalWriter journal;
  final Faults faults;

  RecordedRun(Path directory) {
    file = directory.resolve("journal.churn");
    Instant start = Instant.ofEpochSecond(1_700_000_000L);
    try {
      journal = JournalWriter.create(file, 1L << 30, start, System.nanoTime(), 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunInfo run = new RunInfo("run", 1, null, null, null, null, null, start, List.of(), false);
    journal.appendPayload(RecordType.RUN_STARTED, 0, PayloadOutput.run(run));
    faults = new Faults(journal);
  }

  @Override
  public void close() {
    journal.end(EndReason.SHUTDOWN);
  }

  Content read() {
    Content content = new Content();
    try {
      JournalReader.read(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  List<String> events() {
    return read().events;
  }

  static final class Content implements RecordingHandler {
    /** For instance {@code established 127.0.0.1:80 from 5000}. */
    final List<String> events = new ArrayList<>();

    /** The durations that stand beside the events. */
    final List<Long> durations = new ArrayList<>();

    final List<Integer> stackIds = new ArrayList<>();
    final List<Integer> closerStackIds = new ArrayList<>();
    final Map<Integer, CallStack> stacks = new LinkedHashMap<>();
    final Map<Integer, Endpoint> endpoints = new LinkedHashMap<>();
    final List<Integer> endpointDefinitions = new ArrayList<>();
    final List<String> descriptions = new ArrayList<>();
    final List<String> degraded = new ArrayList<>();
    long lost;

    private void event(String text, int stackId, long duration) {
      events.add(text);
      stackIds.add(stackId);
      durations.add(duration);
    }

    private String address(int endpointId) {
      Endpoint endpoint = endpoints.get(endpointId);
      return endpoint == null ? "undefined" : endpoint.address();
    }

    @Override
    public void runStarted(RunInfo run) {}

    @Override
    public void stackDefined(int stackId, CallStack stack) {
      stacks.put(stackId, stack);
    }

    @Override
    public void endpointDefined(int endpointId, Endpoint endpoint) {
      endpoints.put(endpointId, endpoint);
      endpointDefinitions.add(endpointId);
    }

    @Override
    public void connectionEstablished(
        long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {
      event("established " + address(endpointId) + " from " + localPort, stackId, connectNanos);
    }

    @Override
    public void connectFailed(
        long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {
      event("failed " + address(endpointId) + " " + kind.word(), stackId, elapsedNanos);
    }

    @Override
    public void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {
      event("abandoned " + address(endpointId), stackId, elapsedNanos);
    }

    @Override
    public void connectionClosed(
        long atNanos,
        int stackId,
        int endpointId,
        int localPort,
        long lifetimeNanos,
        ClosedFirst closedFirst) {
      event(
          "closed " + address(endpointId) + " from " + localPort + " " + closedFirst,
          stackId,
          lifetimeNanos);
    }

    @Override
    public void connectionClosedBy(
        long atNanos, int stackId, int localPort, int closerStackId, long lifetimeNanos) {
      closerStackIds.add(closerStackId);
      event("closed by other", stackId, lifetimeNanos);
    }

    @Override
    public void failureDescribed(FailureKind kind, String message) {
      descriptions.add(kind.word() + ": " + message);
    }

    @Override
    public void measurementDegraded(long atNanos, String what) {
      degraded.add(what);
    }

    @Override
    public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {
      lost = lostEvents;
    }
  }
}
