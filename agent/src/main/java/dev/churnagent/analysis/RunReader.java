package dev.churnagent.analysis;

import dev.churnagent.analysis.fetch.RunFetches;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
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
import dev.churnagent.model.Transport;
import dev.churnagent.model.WatchedMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the records of one run into events with wall-clock times and ids of {@link Definitions},
 * and hands them on in order of time.
 */
final class RunReader implements RecordingHandler {
  private static final int DEGRADED_LINES = 50;

  /** An id that no journal of bounded tables reaches; see the recorder's limits. */
  private static final int NEVER_DEFINED = (1 << 17) + 1;

  private static final String NOT_FOLLOWED =
      "some connections were opened by tasks of which too many were handed over to follow each:"
          + " their call site may be another one";

  private static final int UNDEFINED = -1;
  private static final Endpoint UNREADABLE = new Endpoint(Transport.TCP, "(unknown)", null, null);

  private final Definitions definitions;
  private final List<ClassPattern> givenPatterns;
  private final EventSink sink;
  private final RunResults results;
  private final RunScopes scopes = new RunScopes();
  private final RunClients clients = new RunClients();
  private final RunStacks runStacks = new RunStacks();
  private final RunClosers closers = new RunClosers(runStacks);
  private final RunUnreadAnswers unreadAnswers = new RunUnreadAnswers(runStacks);
  private final ReorderBuffer buffer;

  /** Null where nobody asks for it. */
  private final RunSightings sightings;

  private final List<String> degraded = new ArrayList<>();
  private RunInfo info;
  private long startNanos;
  private CodeClassifier classifier;
  private SiteFinder finder;
  private LibraryFinder libraries;
  private RunFetches fetches;
  private int[] stacks = {};
  private int[] sites = {};
  private int[] endpoints = {};

  /** Stacks of which the site is perhaps another one. */
  private final BitSet uncertain = new BitSet();

  private String exhaustionMessage;
  private MachinePorts ports;
  private final Map<String, Integer> hops = new TreeMap<>();
  private RecordedRun run;

  /**
   * Creates one for one run.
   *
   * @param givenPatterns patterns of application classes that replace the recorded ones; or empty
   * @param sink takes the events of connections
   * @param results take what the run says of fetches and scopes, at its end
   */
  RunReader(
      Definitions definitions,
      List<ClassPattern> givenPatterns,
      EventSink sink,
      RunResults results) {
    this.definitions = definitions;
    this.givenPatterns = givenPatterns;
    this.sink = sink;
    this.results = results;
    this.buffer = new ReorderBuffer(sink);
    this.sightings = results.sockets ? new RunSightings(definitions, results.unexplained) : null;
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
    classifier = new CodeClassifier(patterns, started.mainLocation());
    finder = new SiteFinder(classifier);
    libraries = new LibraryFinder(classifier, started.java());
    ApplicationPlaces places = new ApplicationPlaces(classifier, finder);
    fetches = new RunFetches(results.fetches, started, places);
    sink.event(startNanos, EventSink.RUN_STARTED, 0, 0, 0, 0, 0);
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
    stacks = withRoom(stacks, stackId);
    sites = withRoom(sites, stackId);
    classifier.learnFrom(stack);
    stacks[stackId] = definitions.stackId(stack, finder, libraries.partsOf(stack));
    sites[stackId] = definitions.siteOfStack(stacks[stackId]);
    uncertain.set(stackId, finder.isUncertain(stack));
    if (stackId != NEVER_DEFINED) {
      runStacks.stackDefined(stackId, stack);
      fetches.stackDefined(stackId, stack);
    }
  }

  @Override
  public void endpointDefined(int endpointId, Endpoint endpoint) {
    endpoints = withRoom(endpoints, endpointId);
    endpoints[endpointId] = definitions.endpointId(endpoint);
  }

  private static int[] withRoom(int[] column, int id) {
    if (id < column.length) {
      return column;
    }
    int[] grown = Arrays.copyOf(column, Math.max(id + 1, 2 * column.length));
    Arrays.fill(grown, column.length, grown.length, UNDEFINED);
    return grown;
  }

  @Override
  public void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {
    add(atNanos, EventSink.ESTABLISHED, stackId, endpointId, localPort, connectNanos);
    if (sightings != null) {
      int site = sites[definedStack(stackId)];
      sightings.established(at(atNanos), site, definedEndpoint(endpointId), localPort);
    }
  }

  @Override
  public void connectFailed(
      long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {
    int what = EventSink.with(EventSink.FAILED, kind.code());
    add(atNanos, what, stackId, endpointId, 0, elapsedNanos);
  }

  @Override
  public void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {
    add(atNanos, EventSink.ABANDONED, stackId, endpointId, 0, elapsedNanos);
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
    add(atNanos, what, stackId, endpointId, localPort, lifetimeNanos);
    if (sightings != null) {
      sightings.closed(at(atNanos), definedEndpoint(endpointId), localPort, closedFirst);
    }
  }

  @Override
  public void connectionClosedBy(
      long atNanos, int stackId, int localPort, int closerStackId, long lifetimeNanos) {
    closers.closed(sites[definedStack(stackId)], closerStackId);
  }

  private void add(
      long atNanos, int what, int givenStack, int givenEndpoint, int port, long duration) {
    // The recorder's -1: it could not take the stack. Such ids share the place of a damaged one.
    int stackId = definedStack(givenStack);
    if (uncertain.get(stackId)) {
      degrade(NOT_FOLLOWED);
    }
    int endpoint = definedEndpoint(givenEndpoint);
    buffer.add(at(atNanos), what, stacks[stackId], sites[stackId], endpoint, port, duration);
  }

  private long at(long atNanos) {
    return startNanos + Math.max(0, atNanos);
  }

  private int definedEndpoint(int given) {
    int endpointId = given < 0 ? NEVER_DEFINED : given;
    if (endpointId >= endpoints.length || endpoints[endpointId] == UNDEFINED) {
      degrade("events refer to an endpoint that could not be read");
      endpointDefined(endpointId, UNREADABLE);
    }
    return endpoints[endpointId];
  }

  private int definedStack(int given) {
    int stackId = given < 0 ? NEVER_DEFINED : given;
    if (stackId >= stacks.length || stacks[stackId] == UNDEFINED) {
      degrade("events refer to a stack that could not be read; their call site is unknown");
      stackDefined(stackId, new CallStack(List.of()));
    }
    return stackId;
  }

  @Override
  public void methodDefined(int methodId, WatchedMethod method) {
    classifier.learnFrom(method);
    scopes.methodDefined(methodId, method);
    fetches.methodDefined(methodId, method);
  }

  @Override
  public void requestDefined(int requestId, RequestKey key) {
    fetches.requestDefined(requestId, key);
  }

  @Override
  public void originDefined(int originId, int stackId, int parentOriginId) {
    runStacks.originDefined(originId, stackId, parentOriginId);
    fetches.originDefined(originId, stackId, parentOriginId);
  }

  @Override
  public void scopeStarted(
      long atNanos, int scopeId, int methodId, int threadId, int parentScopeId) {
    scopes.scopeStarted(scopeId, methodId, parentScopeId);
    fetches.scopeStarted(scopeId, methodId, threadId, parentScopeId);
  }

  @Override
  public void scopeEnded(long atNanos, int scopeId) {
    fetches.scopeEnded(atNanos, scopeId);
  }

  @Override
  public void callEnded(Call call) {
    fetches.callEnded(call);
    unreadAnswers.callEnded(call);
  }

  @Override
  public void connectionInScope(long atNanos, int stackId, int scopeId) {
    scopes.connection(sites[definedStack(stackId)], scopeId);
  }

  @Override
  public void clientBuilt(int clientId, ClientKind kind, int stackId) {
    clients.built(clientId, kind, stackId < 0 ? UNDEFINED : sites[definedStack(stackId)]);
  }

  @Override
  public void connectionByClient(long atNanos, int stackId, int clientId) {
    clients.connected(sites[definedStack(stackId)], clientId);
  }

  @Override
  public void failureDescribed(FailureKind kind, String message) {
    if (kind == FailureKind.EXHAUSTED && exhaustionMessage == null) {
      exhaustionMessage = message;
    }
  }

  @Override
  public void portsDescribed(MachinePorts described) {
    ports = described;
  }

  @Override
  public void hopsFound(int endpointId, int found) {
    if (endpointId >= 0 && endpointId < endpoints.length && endpoints[endpointId] != UNDEFINED) {
      hops.put(definitions.endpoint(endpoints[endpointId]).address(), found);
    }
  }

  @Override
  public void timeWaitSampled(long atNanos, int endpointId, int[] appeared, int[] gone) {
    if (sightings != null) {
      sightings.sampled(at(atNanos), definedEndpoint(endpointId), appeared, gone);
    }
  }

  @Override
  public void socketTableRead(long atNanos, int timeWait, String[] others, int[] counts) {
    if (sightings != null) {
      sightings.tableRead(at(atNanos), others, counts, buffer);
    }
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
    if (sightings != null) {
      sightings.ended(end, sink);
    }
    sink.event(end, EventSink.RUN_ENDED, 0, 0, 0, 0, 0);
    if (lostEvents > 0) {
      degraded.add(lostEvents + " events were lost: every count is too low by up to that many");
    }
    fetches.runEnded();
    scopes.runEnded(results.scopes);
    clients.runEnded(results.clients);
    closers.runEnded(results.closers, new CloserFinder(finder, libraries));
    unreadAnswers.runEnded(results.unreadAnswers, definitions, finder);
    boolean complete = reason == EndReason.SHUTDOWN;
    run =
        new RecordedRun(info, end, complete, lostEvents, degraded, exhaustionMessage, ports, hops);
  }
}
