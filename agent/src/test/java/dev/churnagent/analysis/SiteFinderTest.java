package dev.churnagent.analysis;

import static dev.churnagent.analysis.TestRecording.application;
import static dev.churnagent.analysis.TestRecording.jdk;
import static dev.churnagent.analysis.TestRecording.library;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFinderTest {
  private static final Frame CONNECT = jdk("java.net.Socket", "connect");
  private static final Frame REFLECTION = jdk("java.lang.reflect.Method", "invoke");
  private final SiteFinder finder = new SiteFinder(new CodeClassifier(List.of(), null));

  @Test
  void shouldTakeTheInnermostApplicationFrame() {
    CallSite site =
        siteOf(
            CONNECT,
            library("okhttp3.Client", "call"),
            REFLECTION,
            application("com.acme.StepA", "lambda$run$0", 42),
            application("com.acme.Flow", "main", 1));

    assertThat(site.describe()).isEqualTo("com.acme.StepA.run(StepA.java:42)");
    assertThat(site.kind()).isEqualTo(CodeKind.APPLICATION);
  }

  @Test
  void shouldPassOverBridgesAndGeneratedProxies() {
    Frame proxy =
        new Frame(
            new CodeOrigin("com.acme.A$$SpringCGLIB$$0", null, "file:/app/classes/", null, false),
            "run",
            -1);

    CallSite site =
        siteOf(
            CONNECT,
            proxy,
            application("com.acme.A", "access$000", 3),
            application("com.acme.B", "run", 4));

    assertThat(site.describe()).isEqualTo("com.acme.B.run(B.java:4)");
  }

  @Test
  void shouldTakeTheInnermostLibraryFrameWithoutApplicationFrames() {
    CallSite site =
        siteOf(CONNECT, library("okhttp3.Dns", "find"), library("okhttp3.Pool", "run"), REFLECTION);

    assertThat(site.className()).isEqualTo("okhttp3.Dns");
    assertThat(site.kind()).isEqualTo(CodeKind.LIBRARY);
  }

  @Test
  void shouldTakeAJdkFrameThatSaysSomethingWithoutAnyOther() {
    Frame selector = jdk("jdk.internal.net.http.HttpClientImpl$SelectorManager", "run");

    CallSite site =
        siteOf(CONNECT, jdk("sun.nio.ch.Net", "connect"), selector, jdk("java.lang.Thread", "run"));

    assertThat(site.className()).isEqualTo("jdk.internal.net.http.HttpClientImpl$SelectorManager");
    assertThat(site.kind()).isEqualTo(CodeKind.JDK);
  }

  private static CallStack by(CallStack handedOverBy, Frame... frames) {
    return new CallStack(List.of(frames), handedOverBy);
  }

  @Test
  void shouldTakeTheApplicationFrameOfTheLastHandOverThatHasOne() {
    CallStack main = by(null, application("com.acme.Main", "main", 1));
    CallStack flow = by(main, application("com.acme.Flow", "run", 2));
    CallStack loop = by(flow, library("io.netty.Loop", "execute"));
    CallStack stack = by(loop, CONNECT, library("io.netty.Channel", "connect"));

    assertThat(finder.siteOf(stack).describe()).isEqualTo("com.acme.Flow.run(Flow.java:2)");
    assertThat(finder.isHandedOver(stack)).isTrue();
    assertThat(finder.isUncertain(stack)).isFalse();
    assertThat(SiteFinder.describe(stack))
        .containsExactly(
            "java.net.Socket.connect(Unknown Source)",
            "io.netty.Channel.connect(Unknown Source)",
            "(handed over by)",
            "io.netty.Loop.execute(Unknown Source)",
            "(handed over by)",
            "com.acme.Flow.run(Flow.java:2)",
            "(handed over by)",
            "com.acme.Main.main(Main.java:1)");
  }

  @Test
  void shouldPreferTheApplicationFrameOfTheThreadItself() {
    CallStack flow = by(null, application("com.acme.Flow", "run", 2));
    CallStack stack = by(flow, CONNECT, application("com.acme.Task", "run", 3));

    assertThat(finder.siteOf(stack).describe()).isEqualTo("com.acme.Task.run(Task.java:3)");
    assertThat(finder.isHandedOver(stack)).isFalse();
  }

  @Test
  void shouldKeepTheThreadsOwnLibraryWhereNobodysApplicationHandedOver() {
    CallStack pool = by(null, library("com.zaxxer.hikari.Pool", "fill"));
    CallStack stack = by(pool, CONNECT, library("org.postgresql.Driver", "connect"));

    assertThat(finder.siteOf(stack).className()).isEqualTo("org.postgresql.Driver");
    assertThat(finder.isHandedOver(stack)).isFalse();
  }

  @Test
  void shouldTakeTheToolThatDoesWhatItsUsersWrote() {
    Frame client = library("org.apache.http.Operator", "connect");
    Frame sampler = library("org.apache.jmeter.protocol.http.Sampler", "sample");
    Frame tool = library("org.apache.jmeter.threads.JMeterThread", "run");

    CallSite site = siteOf(CONNECT, client, sampler, library("bsh.This", "run"), tool);

    assertThat(site.className()).isEqualTo("org.apache.jmeter.protocol.http.Sampler");
    assertThat(site.kind()).isEqualTo(CodeKind.LIBRARY);
    assertThat(siteOf(CONNECT, client, sampler, application("Script1", "run", 2), tool).describe())
        .isEqualTo("Script1.run(Script1.java:2)");
  }

  @Test
  void shouldTakeTheToolThatHandedItsWorkOver() {
    Frame channel = library("io.netty.Channel", "connect");
    Frame asked = library("io.gatling.http.client.Client", "open");
    Frame started = library("io.gatling.app.Runner", "start");
    CallStack open = by(by(null, started), library("io.netty.Loop", "execute"), asked);

    assertThat(finder.siteOf(by(open, CONNECT, channel)).className())
        .isEqualTo("io.gatling.http.client.Client");
    assertThat(finder.isHandedOver(by(open, CONNECT, channel))).isTrue();
    assertThat(finder.siteOf(by(open, CONNECT, channel, started)).className())
        .isEqualTo("io.gatling.app.Runner");
    assertThat(finder.isHandedOver(by(open, CONNECT, channel, started))).isFalse();
    CallStack flow = by(null, application("com.acme.Flow", "run", 2));
    assertThat(finder.siteOf(by(by(flow, asked), CONNECT, channel)).describe())
        .isEqualTo("com.acme.Flow.run(Flow.java:2)");
  }

  @Test
  void shouldBeUncertainOnlyWhereAStackThatWasNotTakenCouldMatter() {
    CallStack notTaken = by(null);
    CallStack flow = by(notTaken, application("com.acme.Flow", "run", 2));
    Frame task = library("io.netty.Task", "run");

    assertThat(finder.isUncertain(by(notTaken, CONNECT, task))).isTrue();
    assertThat(finder.isUncertain(by(flow, CONNECT, task))).isFalse();
    assertThat(finder.isUncertain(by(notTaken, application("com.acme.Task", "run", 3)))).isFalse();
    assertThat(SiteFinder.describe(by(notTaken, task)))
        .containsExactly("io.netty.Task.run(Unknown Source)");
  }

  @Test
  void shouldSayUnknownIfNoFrameSaysAnything() {
    assertThat(siteOf(CONNECT, jdk("java.lang.Thread", "run")).className())
        .isEqualTo(CallSite.UNKNOWN);
    assertThat(siteOf().describe()).isEqualTo(CallSite.UNKNOWN);
    assertThat(siteOf().method()).isNull();
  }

  @Test
  void shouldGiveTheSameIdToTheSamePlaceOnly() {
    CallSite site = siteOf(application("com.acme.A", "run", 4));

    assertThat(siteOf(application("com.acme.A", "lambda$run$7", 4)).id()).isEqualTo(site.id());
    assertThat(siteOf(application("com.acme.A", "run", 5)).id()).isNotEqualTo(site.id());
    assertThat(siteOf(application("com.acme.B", "run", 4)).id()).isNotEqualTo(site.id());
    assertThat(site.id()).matches("[0-9a-f]{12}");
  }

  @Test
  void shouldDescribeAStackWithoutReflectionButWithTheJdkAndLibraries() {
    CallStack stack =
        new CallStack(
            List.of(
                new Frame(CONNECT.origin(), "connect0", -2),
                library("okhttp3.Client", "call"),
                REFLECTION,
                application("com.acme.A", "access$000", 3),
                application("com.acme.A", "lambda$run$0", 4)));

    assertThat(SiteFinder.describe(stack))
        .containsExactly(
            "java.net.Socket.connect0(Native Method)",
            "okhttp3.Client.call(Unknown Source)",
            "com.acme.A.run(A.java:4)");
  }

  private CallSite siteOf(Frame... frames) {
    return finder.siteOf(new CallStack(List.of(frames)));
  }

  /** Another one's request happened to find room in the pool, and opened what waited before it. */
  @ParameterizedTest
  @CsvSource({
    "reactor.pool.SimpleDequePool, drainLoop",
    "com.acme.shaded.reactor.pool.SimpleDequePool, drainLoop",
    "io.vertx.core.internal.pool.CombinerExecutor, submit",
    "io.vertx.core.net.impl.pool.CombinerExecutor, submit",
    "io.grpc.SynchronizationContext, drain",
  })
  void shouldNotTakeTheRequestThatDrainsAQueueForTheOneThatWaited(String type, String method) {
    Frame drain = library(type, method);
    Frame another = application("com.acme.Another", "fetch", 9);
    CallStack waiting = new CallStack(List.of(application("com.acme.Waiting", "fetch", 4)));
    CallStack connect = new CallStack(List.of(CONNECT, drain, another), waiting);
    CallStack byLoop =
        new CallStack(List.of(CONNECT), new CallStack(List.of(drain, another), waiting));

    assertThat(finder.siteOf(connect).className()).isEqualTo("com.acme.Waiting");
    assertThat(finder.isHandedOver(connect)).isTrue();
    assertThat(finder.siteOf(byLoop).className()).isEqualTo("com.acme.Waiting");

    Frame inside = application("com.acme.Listener", "acquired", 7);
    assertThat(finder.siteOf(new CallStack(List.of(CONNECT, inside, drain, another), waiting)))
        .as("what its answer is told to")
        .extracting(CallSite::className)
        .isEqualTo("com.acme.Listener");
    assertThat(siteOf(CONNECT, drain, another).className())
        .as("nobody is known to have waited")
        .isEqualTo("com.acme.Another");
  }
}
