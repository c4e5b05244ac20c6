package dev.churnagent.analysis;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the records of one run into events with wall-clock times and ids of {@link Definitions},
 * and hands them on in order of time.
 */
final class RunReader implements RecordingHandler {
  private static final int DEGRADED_LINES = 50;

  private final Definitions definitions;
  private final List<ClassPattern> givenPatterns;
  private final EventSink sink;
  private final ReorderBuffer buffer;
  private final List<String> degraded = new ArrayList<>();
  private RunInfo info;
  private long startNanos;
  private SiteFinder finder;
  private int[] stacks = new int[64];
  private int[] sites = new int[64];
  private int[] endpoints = new int[16];
  private RecordedRun run;

  /**
   * Creates one for one run.
   *
   * @param givenPatterns patterns of application classes that replace the recorded ones; or empty
   */
  RunReader(Definitions definitions, List<ClassPattern> givenPatterns, EventSink sink) {
    this.definitions = definitions;
    this.givenPatterns = givenPatterns;
    this.sink = sink;
    this.buffer = new ReorderBuffer(sink);
  }

  /** The run after it was read to its end, else null. */
  RecordedRun run() {
    return run;
  }

  @Override
  public void runStarted(RunInfo started) {
    info = started;
    startNanos = RecordedRun.epochNanos(started);
    List<ClassPattern> patterns = givenPatterns.isEmpty() ? recordedPatterns() : givenPatterns;
    finder = new SiteFinder(new CodeClassifier(patterns, started.mainLocation()));
  }

  private List<ClassPattern> recordedPatterns() {
    List<ClassPattern> patterns = new ArrayList<>();
    for (String text : info.applicationPatterns()) {
      try {
        patterns.add(ClassPattern.parse("app", text));
      } catch (ConfigurationException e) {
        degrade("a recorded pattern of application code was ignored: " + e.getMessage());
      }
    }
    return patterns;
  }

  @Override
  public void stackDefined(int stackId, CallStack stack) {
    if (stackId >= stacks.length) {
      int capacity = Math.max(stackId + 1, 2 * stacks.length);
      stacks = Arrays.copyOf(stacks, capacity);
      sites = Arrays.copyOf(sites, capacity);
    }
    stacks[stackId] = definitions.stackId(stack, finder);
    sites[stackId] = definitions.siteOfStack(stacks[stackId]);
  }

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {
    if (endpointId >= endpoints.length) {
      endpoints = Arrays.copyOf(endpoints, Math.max(endpointId + 1, 2 * endpoints.length));
    }
    endpoints[endpointId] = definitions.endpointId(endpoint);
  }

  @Override
  public void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {
    add(atNanos, EventSink.ESTABLISHED, stackId, endpointId, connectNanos);
  }

  @Override
  public void connectFailed(
      long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {
    int what = EventSink.with(EventSink.FAILED, kind.code());
    add(atNanos, what, stackId, endpointId, elapsedNanos);
  }

  @Override
  public void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {
    add(atNanos, EventSink.ABANDONED, stackId, endpointId, elapsedNanos);
  }

  @Override
  public void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {
    int what = EventSink.with(EventSink.CLOSED, closedFirst.code());
    add(atNanos, what, stackId, endpointId, lifetimeNanos);
  }

  private void add(long atNanos, int what, int stackId, int endpointId, long duration) {
    long at = startNanos + Math.max(0, atNanos);
    int endpoint = endpoints[endpointId];
    buffer.add(at, what, stacks[stackId], sites[stackId], endpoint, duration);
  }

  @Override
  public void measurementDegraded(long atNanos, String what) {
    degrade(what);
  }

  private void degrade(String what) {
    if (degraded.contains(what) || degraded.size() > DEGRADED_LINES) {
      return;
    }
    degraded.add(
        degraded.size() < DEGRADED_LINES ? what : "more than " + DEGRADED_LINES + " problems");
  }

  @Override
  public void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {
    buffer.flush();
    long end = Math.max(startNanos + endedAtNanos, buffer.lastAt());
    sink.event(end, EventSink.RUN_ENDED, 0, 0, 0, 0);
    if (lostEvents > 0) {
      degraded.add(lostEvents + " events were lost: every count is too low by up to that many");
    }
    run = new RecordedRun(info, end, reason == EndReason.SHUTDOWN, lostEvents, degraded);
  }
}
