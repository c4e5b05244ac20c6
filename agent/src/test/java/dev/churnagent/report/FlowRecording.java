package dev.churnagent.report;

import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.Call;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.EndReason;
import dev.churnagent.model.Endpoint;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RecordingHandler;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.RunInfo;
import dev.churnagent.model.Transport;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.util.List;

/**
 * The founding incident: a flow of five steps that each fetch the same, eight fetches a second, a
 * connection of 2 ms for each, which we close first.
 */
final class FlowRecording implements RecordingSource {
  static final String PROXY = "172.17.0.1:23333";
  static final String DEVICE = "com.acme.Device#getNecessaryData";
  static final int STEPS = 5;
  private static final long MILLI = 1_000_000;
  private static final long PAUSE = 125 * MILLI;

  private final int flows;
  private int hops = 1;
  private boolean onePeer = true;
  private String target = DEVICE;
  private String host = "host.docker.internal";
  private boolean connectsElsewhere;
  private boolean hasOtherSite;
  private boolean hasOtherChain;
  private String otherAddress = "10.9.9.9:80";
  private int roots = 1;
  private ClosedFirst[] ends = {ClosedFirst.LOCAL};

  FlowRecording(int flows) {
    this.flows = flows;
  }

  /** Through a proxy of the same machine. */
  FlowRecording hops(int found) {
    hops = found;
    return this;
  }

  /** Each connection to an endpoint of its own. */
  FlowRecording toManyPeers() {
    onePeer = false;
    return this;
  }

  /** What is fetched: a watched method, or an HTTP request. */
  FlowRecording fetching(String requestTarget, String askedFor) {
    target = requestTarget;
    host = askedFor;
    return this;
  }

  /** Another thread connects for the watched method, which makes an HTTP request. */
  FlowRecording connectingElsewhere() {
    connectsElsewhere = true;
    return this;
  }

  /** And as many connections of another call site, to another endpoint. */
  FlowRecording besideAnother() {
    hasOtherSite = true;
    return this;
  }

  /** The same, to an endpoint of the same port. */
  FlowRecording besideAnotherOfTheSamePort() {
    otherAddress = "10.9.9.9:23333";
    return besideAnother();
  }

  /** Every second flow is that of another method. */
  FlowRecording fromTwoRoots() {
    roots = 2;
    return this;
  }

  /** And each step makes an HTTP request over a connection of that other call site. */
  FlowRecording fetchingAnotherToo() {
    hasOtherChain = true;
    return besideAnother();
  }

  /** How connections end, in turn. */
  FlowRecording ending(ClosedFirst... inTurn) {
    ends = inTurn;
    return this;
  }

  @Override
  public void read(RecordingHandler to) {
    Watching watching = new Watching(true, List.of("com.acme.Device#*"), List.of(), 0);
    to.runStarted(
        new RunInfo(
            "run",
            1,
            "h",
            "Linux",
            "17",
            "m",
            null,
            TestRecording.START,
            List.of(),
            false,
            watching));
    to.methodDefined(0, new WatchedMethod(true, "com.acme.FlowTest", "works", "()V", null));
    String[] parts = DEVICE.split("#");
    to.methodDefined(1, new WatchedMethod(false, parts[0], parts[1], "()V", "com.acme.Device#*"));
    boolean isHttp = target.indexOf(' ') > 0;
    RequestKind kind = isHttp ? RequestKind.HTTP : RequestKind.METHOD;
    to.requestDefined(0, new RequestKey(kind, isHttp ? -1 : 1, target, "", KeyBasis.VALUE, 1));
    String url = "GET http://172.17.0.1:23333/data";
    to.requestDefined(1, new RequestKey(RequestKind.HTTP, -1, url, "", KeyBasis.VALUE, 2));
    String other = "GET http://10.9.9.9:80/other";
    to.requestDefined(2, new RequestKey(RequestKind.HTTP, -1, other, "", KeyBasis.VALUE, 3));
    for (int step = 0; step < STEPS; step++) {
      to.stackDefined(step, stack(step, "com.acme.DeviceFlow"));
      to.stackDefined(STEPS + 1 + step, stack(step, "com.acme.OtherFlow"));
    }
    to.stackDefined(STEPS, new CallStack(List.of(TestRecording.application("a.Pool", "open", 1))));
    endpoint(to, 0, PROXY);
    endpoint(to, 1, otherAddress);
    for (int flow = 0; flow < flows; flow++) {
      flow(to, flow);
    }
    to.runEnded(flows * STEPS * PAUSE, EndReason.SHUTDOWN, 0);
  }

  private static CallStack stack(int step, String root) {
    return new CallStack(
        List.of(
            TestRecording.application("com.acme.Device", "getNecessaryData", 99),
            TestRecording.application("com.acme.Step" + (char) ('A' + step), "run", 42),
            TestRecording.application(root, "run", 31 + step),
            TestRecording.application("com.acme.FlowTest", "works", 5)));
  }

  private void endpoint(RecordingHandler to, int id, String address) {
    to.endpointDefined(id, new Endpoint(Transport.TCP, address, id == 1 ? null : host, null));
    if (id != 1) {
      to.hopsFound(id, hops);
    }
  }

  private void flow(RecordingHandler to, int flow) {
    to.scopeStarted(flow * STEPS * PAUSE, flow, 0, 0, -1);
    for (int step = 0; step < STEPS; step++) {
      int number = flow * STEPS + step;
      fetch(to, flow, step, number);
    }
    to.scopeEnded((flow + 1) * STEPS * PAUSE, flow);
  }

  private void fetch(RecordingHandler to, int flow, int step, int number) {
    long at = number * PAUSE;
    int endpoint = 0;
    if (!onePeer) {
      endpoint = number + 2;
      endpoint(to, endpoint, "10.0." + number / 250 + "." + number % 250 + ":80");
    }
    int from = flow % roots * (STEPS + 1) + step;
    int stack = connectsElsewhere ? STEPS : from;
    connection(to, at, stack, endpoint, ends[number % ends.length]);
    if (hasOtherSite) {
      connection(to, at, STEPS, 1, hasOtherChain ? ClosedFirst.LOCAL : ClosedFirst.RESET);
    }
    if (hasOtherChain) {
      call(to, at, 2 * number + 1, -1, 2, flow, from);
    }
    if (connectsElsewhere) {
      call(to, at, 2 * number + 1, 2 * number, 1, flow, from);
    }
    call(to, at, 2 * number, -1, 0, flow, from);
  }

  private static void connection(
      RecordingHandler to, long at, int stack, int endpoint, ClosedFirst end) {
    to.connectionEstablished(at, stack, endpoint, 0, MILLI);
    to.connectionClosed(at + 2 * MILLI, stack, endpoint, 0, 2 * MILLI, end);
  }

  private static void call(
      RecordingHandler to, long at, int id, int parent, int request, int flow, int stack) {
    to.callEnded(
        new Call(at, 3 * MILLI, id, parent, request, stack, -1, flow, 0, 1, 1, Call.NETWORK));
  }
}
