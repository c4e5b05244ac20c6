package dev.churnagent.analysis;

import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClientKind;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.FailureKind;
import dev.churnagent.model.Frame;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.model.WatchedMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A recording made up by a test. Times are milliseconds since the run's start. */
public final class TestRecording implements RecordingSource {
  public static final Instant START = Instant.parse("2026-11-22T15:30:00Z");
  public static final String DEVICE = "127.0.0.1:27015";

  private final String id;
  private final Instant start;
  private final List<Consumer<RecordingHandler>> records = new ArrayList<>();
  private List<String> patterns = List.of();
  private int stacks;
  private int endpoints;
  private int origins;
  private Consumer<RecordingHandler> end =
      to -> to.runEnded(10_000_000_000L, EndReason.SHUTDOWN, 0);

  private TestRecording(String id, Instant start) {
    this.id = id;
    this.start = start;
  }

  public static TestRecording run() {
    return run("run", START);
  }

  public static TestRecording run(String id, Instant start) {
    return new TestRecording(id, start);
  }

  public TestRecording app(String... recordedPatterns) {
    patterns = List.of(recordedPatterns);
    return this;
  }

  public TestRecording endsAt(long millis, EndReason reason, long lostEvents) {
    end = to -> to.runEnded(millis * 1_000_000, reason, lostEvents);
    return this;
  }

  public TestRecording endsAt(long millis) {
    return endsAt(millis, EndReason.SHUTDOWN, 0);
  }

  /** A frame of an application class, line 1, for {@code com.acme.StepA.run}. */
  public static Frame application(String className, String method, int line) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    CodeOrigin origin =
        new CodeOrigin(className, simple + ".java", "file:/app/classes/", null, false);
    return new Frame(origin, method, line);
  }

  public static Frame library(String className, String method) {
    return new Frame(
        new CodeOrigin(className, null, "file:/lib/client.jar", null, false), method, 7);
  }

  public static Frame jdk(String className, String method) {
    return new Frame(new CodeOrigin(className, null, null, "java.base", true), method, 9);
  }

  public int stack(Frame... frames) {
    return stack(new CallStack(List.of(frames)));
  }

  public int stack(CallStack frames) {
    int stack = stacks++;
    records.add(to -> to.stackDefined(stack, frames));
    return stack;
  }

  /** A stack of one application frame {@code com.acme.name.run}, line 42. */
  public int site(String name) {
    return stack(jdk("java.net.Socket", "connect"), application("com.acme." + name, "run", 42));
  }

  public int endpoint(String address) {
    return endpoint(address, null);
  }

  public int endpoint(String address, String host) {
    int endpoint = endpoints++;
    Transport transport = address.startsWith("unix:") ? Transport.UNIX : Transport.TCP;
    records.add(to -> to.endpointDefined(endpoint, new Endpoint(transport, address, host, null)));
    return endpoint;
  }

  public TestRecording connect(double atMillis, int stack, int endpoint) {
    return connect(atMillis, stack, endpoint, 100);
  }

  public TestRecording connect(double atMillis, int stack, int endpoint, long connectMicros) {
    long nanos = nanos(atMillis);
    long connectNanos = connectMicros < 0 ? -1 : connectMicros * 1_000;
    records.add(to -> to.connectionEstablished(nanos, stack, endpoint, 0, connectNanos));
    return this;
  }

  public TestRecording close(
      double atMillis, int stack, int endpoint, double lifetimeMillis, ClosedFirst closedFirst) {
    long nanos = nanos(atMillis);
    long lifetime = nanos(lifetimeMillis);
    records.add(to -> to.connectionClosed(nanos, stack, endpoint, 0, lifetime, closedFirst));
    return this;
  }

  /** A test method was woven. */
  public TestRecording testMethod(int id, String className, String method) {
    WatchedMethod woven = new WatchedMethod(true, className, method, "()V", null);
    records.add(to -> to.methodDefined(id, woven));
    return this;
  }

  /** A client was built by a stack, or -1. */
  public TestRecording built(int client, ClientKind kind, int stack) {
    records.add(to -> to.clientBuilt(client, kind, stack));
    return this;
  }

  /** As {@link #connect}, by a client. */
  public TestRecording connectBy(int client, double atMillis, int stack, int endpoint) {
    connect(atMillis, stack, endpoint);
    records.add(to -> to.connectionByClient(0, stack, client));
    return this;
  }

  /** As {@link #close}, by somebody else than who opened it. */
  public TestRecording closeBy(double atMillis, int stack, int endpoint, int closerStack) {
    long nanos = nanos(atMillis);
    close(atMillis, stack, endpoint, 1, ClosedFirst.LOCAL);
    records.add(to -> to.connectionClosedBy(nanos, stack, 0, closerStack, 1_000_000));
    return this;
  }

  /** Work was handed over from a stack, which itself was done for another origin, or -1. */
  public int origin(int stack, int parent) {
    int origin = origins++;
    records.add(to -> to.originDefined(origin, stack, parent));
    return origin;
  }

  /** An HTTP answer that was read only in part. */
  public TestRecording unread(int stack, int origin) {
    int flags = Call.NETWORK | Call.UNREAD_ANSWER | Call.UNKNOWN_ANSWER;
    Call call = new Call(0, 0, 0, -1, 0, stack, origin, -1, 0, 1, 0, flags);
    records.add(to -> to.callEnded(call));
    return this;
  }

  /** A connection of which the local port is known. */
  public TestRecording connectFrom(int port, double atMillis, int stack, int endpoint) {
    long nanos = nanos(atMillis);
    records.add(to -> to.connectionEstablished(nanos, stack, endpoint, port, 100_000));
    return this;
  }

  public TestRecording closeFrom(
      int port, double atMillis, int stack, int endpoint, ClosedFirst closedFirst) {
    long nanos = nanos(atMillis);
    records.add(to -> to.connectionClosed(nanos, stack, endpoint, port, 1_000, closedFirst));
    return this;
  }

  public TestRecording timeWait(double atMillis, int endpoint, int[] appeared, int... gone) {
    long nanos = nanos(atMillis);
    records.add(to -> to.timeWaitSampled(nanos, endpoint, appeared, gone));
    return this;
  }

  public TestRecording tableRead(double atMillis, Map<String, Integer> others) {
    long nanos = nanos(atMillis);
    String[] addresses = others.keySet().toArray(new String[0]);
    int[] counts = others.values().stream().mapToInt(Integer::intValue).toArray();
    records.add(to -> to.socketTableRead(nanos, 0, addresses, counts));
    return this;
  }

  public TestRecording tableRead(double atMillis) {
    return tableRead(atMillis, Map.of());
  }

  public TestRecording fail(double atMillis, int stack, int endpoint, FailureKind kind) {
    long nanos = nanos(atMillis);
    records.add(to -> to.connectFailed(nanos, stack, endpoint, kind, -1));
    return this;
  }

  public TestRecording abandon(double atMillis, int stack, int endpoint) {
    long nanos = nanos(atMillis);
    records.add(to -> to.connectAbandoned(nanos, stack, endpoint, -1));
    return this;
  }

  public TestRecording describe(FailureKind kind, String message) {
    records.add(to -> to.failureDescribed(kind, message));
    return this;
  }

  public TestRecording degraded(String what) {
    records.add(to -> to.measurementDegraded(0, what));
    return this;
  }

  @Override
  public void read(RecordingHandler handler) {
    handler.runStarted(
        new RunInfo(
            id,
            4711,
            "host",
            "Linux",
            "17",
            "com.acme.Main",
            "file:/app/app.jar",
            start,
            patterns,
            false));
    for (Consumer<RecordingHandler> record : records) {
      record.accept(handler);
    }
    end.accept(handler);
  }

  private static long nanos(double millis) {
    return Math.round(millis * 1_000_000);
  }
}
