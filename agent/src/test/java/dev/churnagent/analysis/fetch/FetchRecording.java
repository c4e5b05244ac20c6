package dev.churnagent.analysis.fetch;

import dev.churnagent.analysis.ChainFindings;
import dev.churnagent.analysis.FetchFindings;
import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.PollFindings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.RequestFindings;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.Frame;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A recording of fetches made up by a test. Times are milliseconds since the run's start; places
 * are written {@code Flow.run:10} for a frame of {@code com.acme.Flow}, outermost first.
 */
public final class FetchRecording implements RecordingSource {
  static final String DEVICE = "com.acme.Device#getNecessaryData";
  static final String STATUS = "GET http://127.0.0.1:8100/status";

  private final List<Consumer<RecordingHandler>> records = new ArrayList<>();
  private final Map<String, Integer> requests = new HashMap<>();
  private final List<String> targets = new ArrayList<>();
  private final Map<String, Integer> stacksOfCalls = new HashMap<>();
  private final Map<List<Frame>, Integer> stacks = new HashMap<>();
  private final Map<String, Integer> watched = new HashMap<>();
  private Watching watching = new Watching(true, List.of("com.acme.Device#*"), List.of(), 0);
  private Instant start = TestRecording.START;
  private int methods;
  private int scopes;
  private int origins;
  private int calls;

  static FetchRecording run() {
    return new FetchRecording();
  }

  FetchRecording startsAt(Instant instant) {
    start = instant;
    return this;
  }

  FetchRecording watching(Watching given) {
    watching = given;
    return this;
  }

  FetchRecording window(long millis) {
    return watching(
        new Watching(watching.http(), watching.watch(), watching.scope(), millis * 1_000_000));
  }

  /** Defines a method that is woven. */
  int method(boolean scope, String className, String name, String pattern) {
    int id = methods++;
    WatchedMethod method = new WatchedMethod(scope, className, name, "()V", pattern);
    records.add(to -> to.methodDefined(id, method));
    return id;
  }

  /** Defines what stands in place of a method for measurements. */
  int measurements() {
    int id = methods++;
    records.add(to -> to.methodDefined(id, WatchedMethod.MEASUREMENT));
    return id;
  }

  /** Begins an invocation of {@code com.acme.FlowTest#works} on thread 0. */
  int scope(double atMillis) {
    Integer known = watched.get("scope");
    if (known == null) {
      known = method(true, "com.acme.FlowTest", "works", null);
      watched.put("scope", known);
    }
    return scope(atMillis, known, 0, -1);
  }

  int scope(double atMillis, int method, int thread, int parent) {
    int id = scopes++;
    records.add(to -> to.scopeStarted(nanos(atMillis), id, method, thread, parent));
    return id;
  }

  FetchRecording endScope(double atMillis, int scope) {
    records.add(to -> to.scopeEnded(nanos(atMillis), scope));
    return this;
  }

  /** The request {@code com.acme.Device#getNecessaryData} with these arguments, or an HTTP one. */
  int request(String target, String arguments) {
    return request(target, arguments, KeyBasis.VALUE, arguments.hashCode());
  }

  int request(String target, String arguments, KeyBasis basis, long fingerprint) {
    String text = target + '\n' + arguments + '\n' + fingerprint;
    Integer known = requests.get(text);
    if (known == null) {
      boolean isHttp = target.indexOf(' ') > 0;
      int method = isHttp ? -1 : watchedMethod(target);
      int id = requests.size();
      known = id;
      requests.put(text, id);
      targets.add(target);
      RequestKind kind = isHttp ? RequestKind.HTTP : RequestKind.METHOD;
      RequestKey key = new RequestKey(kind, method, target, arguments, basis, fingerprint);
      records.add(to -> to.requestDefined(id, key));
    }
    return known;
  }

  private int watchedMethod(String target) {
    Integer known = watched.get(target);
    if (known == null) {
      String[] parts = target.split("#");
      known = method(false, parts[0], parts[1], "com.acme.Device#*");
      watched.put(target, known);
    }
    return known;
  }

  int stack(String... places) {
    List<Frame> frames = new ArrayList<>();
    for (String place : places) {
      frames.add(0, frame(place));
    }
    return stack(frames);
  }

  int stack(List<Frame> frames) {
    Integer known = stacks.get(frames);
    if (known == null) {
      int id = stacks.size();
      known = id;
      stacks.put(frames, id);
      records.add(to -> to.stackDefined(id, new CallStack(frames)));
    }
    return known;
  }

  static Frame frame(String place) {
    int dot = place.indexOf('.');
    int colon = place.indexOf(':');
    String className = "com.acme." + place.substring(0, dot);
    int line = Integer.parseInt(place.substring(colon + 1));
    return TestRecording.application(className, place.substring(dot + 1, colon), line);
  }

  /** Work handed over from here. */
  int origin(int parent, String... places) {
    int stack = stack(places);
    int id = origins++;
    records.add(to -> to.originDefined(id, stack, parent));
    return id;
  }

  /** A connection of 127.0.0.1:27015 in a scope. */
  FetchRecording connection(double atMillis, int scope, String... places) {
    int stack = stack(places);
    Endpoint endpoint = new Endpoint(Transport.TCP, TestRecording.DEVICE, null, null);
    records.add(to -> to.endpointDefined(0, endpoint));
    records.add(to -> to.connectionEstablished(nanos(atMillis), stack, 0, 0, -1));
    if (scope >= 0) {
      records.add(to -> to.connectionInScope(nanos(atMillis), stack, scope));
    }
    return this;
  }

  CallSpec call(int request) {
    return new CallSpec(request);
  }

  /** A call of a request that uses the network, opens a connection and answers 1, in 1 ms. */
  final class CallSpec {
    private final int request;
    private double from;
    private double to;
    private int parent = -1;
    private int origin = -1;
    private int scope = -1;
    private int thread;
    private int connections = 1;
    private long answer = 1;
    private int flags = Call.NETWORK;

    private CallSpec(int request) {
      this.request = request;
    }

    CallSpec at(double fromMillis) {
      return at(fromMillis, fromMillis + 1);
    }

    CallSpec at(double fromMillis, double toMillis) {
      from = fromMillis;
      to = toMillis;
      return this;
    }

    CallSpec in(int scopeId) {
      scope = scopeId;
      return this;
    }

    CallSpec on(int threadId, int originId) {
      thread = threadId;
      origin = originId;
      return this;
    }

    CallSpec beneath(int callId) {
      parent = callId;
      return this;
    }

    CallSpec answers(long value) {
      answer = value;
      return this;
    }

    CallSpec fails() {
      flags |= Call.FAILED;
      return this;
    }

    CallSpec answersUnknown() {
      flags |= Call.UNKNOWN_ANSWER;
      return this;
    }

    CallSpec fromCache() {
      flags &= ~Call.NETWORK;
      connections = 0;
      return this;
    }

    CallSpec opens(int count) {
      connections = count;
      return this;
    }

    /** Records it with the next number. */
    FetchRecording via(String... places) {
      return numbered(calls++, places);
    }

    /** Records it with a number that {@link FetchRecording#nextCall} gave. */
    FetchRecording numbered(int callId, String... places) {
      int stack = stackOf(places);
      Call call =
          new Call(
              nanos(from),
              nanos(to) - nanos(from),
              callId,
              parent,
              request,
              stack,
              origin,
              scope,
              thread,
              connections,
              answer,
              flags);
      records.add(handler -> handler.callEnded(call));
      return FetchRecording.this;
    }

    private int stackOf(String... places) {
      String key = request + String.join(" > ", places);
      Integer known = stacksOfCalls.get(key);
      if (known == null) {
        List<Frame> frames = new ArrayList<>();
        for (String place : places) {
          frames.add(0, frame(place));
        }
        String target = targets.get(request);
        if (target.indexOf(' ') < 0) {
          String[] parts = target.split("#");
          frames.add(0, TestRecording.application(parts[0], parts[1], 99));
        }
        known = stack(frames);
        stacksOfCalls.put(key, known);
      }
      return known;
    }
  }

  /** A number for a call whose children are recorded before it. */
  int nextCall() {
    return calls++;
  }

  @Override
  public void read(RecordingHandler to) {
    to.runStarted(
        new RunInfo("run", 1, "h", "Linux", "17", "m", null, start, List.of(), false, watching));
    for (Consumer<RecordingHandler> record : records) {
      record.accept(to);
    }
    to.runEnded(3_600_000_000_000L, EndReason.SHUTDOWN, 0);
  }

  private static long nanos(double millis) {
    return Math.round(millis * 1_000_000);
  }

  Findings analyse() {
    return analyse(this);
  }

  static Findings analyse(FetchRecording... runs) {
    try {
      return RecordingAnalysis.analyse(List.of(runs), List.of(), List.of(), PortPlan.DEFAULT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  FetchFindings fetches() {
    return analyse().fetches();
  }

  /** Every chain in one line. */
  List<String> chains() {
    return fetches().chains().stream().map(FetchRecording::text).toList();
  }

  static String text(ChainFindings chain) {
    List<String> steps = new ArrayList<>();
    for (ChainFindings.Step step : chain.steps()) {
      steps.add(simple(step) + ":" + step.line());
    }
    return String.format(
        "%dx %s %s %s calls %d, results %d, avoidable %d, connections %d, arguments %d",
        chain.occurrences(),
        chain.shape().word(),
        simple(chain.root()),
        steps,
        chain.calls(),
        chain.distinctResults(),
        chain.avoidableCalls(),
        chain.avoidableConnections(),
        chain.distinctArguments());
  }

  private static String simple(ChainFindings.Step step) {
    return step.name().replace("com.acme.", "").replace('#', '.');
  }

  /** Every waiting loop in one line. */
  List<String> polls() {
    return fetches().polls().stream().map(FetchRecording::text).toList();
  }

  static String text(PollFindings poll) {
    return String.format(
        "%s calls %d, results %d, every %.1f ms",
        poll.site(), poll.calls(), poll.distinctResults(), poll.meanIntervalMillis());
  }

  /** Every request in one line. */
  List<String> requests() {
    return fetches().requests().stream().map(FetchRecording::text).toList();
  }

  static String text(RequestFindings request) {
    return String.format(
        "%s(%s) calls %d, results %d, failures %d, connections %d, avoidable %d",
        request.target(),
        request.arguments(),
        request.calls(),
        request.distinctResults(),
        request.failures(),
        request.connections(),
        request.avoidableCalls());
  }
}
