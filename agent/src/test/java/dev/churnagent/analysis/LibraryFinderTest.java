package dev.churnagent.analysis;

import static dev.churnagent.analysis.TestRecording.application;
import static dev.churnagent.analysis.TestRecording.jdk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryFinderTest {
  private static final Frame CONNECT = jdk("java.net.Socket", "connect");
  private static final Frame FETCH = application("com.acme.Device", "fetch", 4);
  private static final Frame OKHTTP = in("okhttp-jvm-5.5.1.jar", "okhttp3.internal.Dns");
  private static final Frame NETTY = in("netty-transport-4.2.20.Final.jar", "io.netty.Channel");
  private static final Frame LETTUCE =
      in("lettuce-core-7.7.0.RELEASE.jar", "io.lettuce.core.RedisClient");

  private final LibraryFinder finder =
      new LibraryFinder(new CodeClassifier(List.of(), null), "17.0.21+9 (Vendor)");

  @Test
  void shouldTellTheLibraryWithItsVersion() {
    assertParts(of(CONNECT, OKHTTP, FETCH), "OkHttp 5.5.1", null);
  }

  @Test
  void shouldTellNothingOfPlainSocketsOrOfWhoCallsTheApplication() {
    assertParts(of(CONNECT, FETCH), null, null);
    assertParts(of(CONNECT, FETCH, OKHTTP), null, null);
    assertParts(of(CONNECT, in("acme-client-1.0.jar", "com.other.Client"), FETCH), null, null);
    assertParts(of(), null, null);
  }

  @Test
  void shouldTellBothWhoIsAskedAndWhoOpens() {
    assertParts(
        of(CONNECT, NETTY, LETTUCE, FETCH), "Lettuce 7.7.0.RELEASE", "Netty 4.2.20.Final");
    Frame selenium = in("selenium-remote-driver-4.35.0.jar", "org.openqa.selenium.remote.Driver");
    assertParts(
        of(CONNECT, jdk("jdk.internal.net.http.Http1Exchange", "send"), selenium, FETCH),
        "Selenium 4.35.0",
        "JDK HttpClient 17");
  }

  @Test
  void shouldFollowWorkThatWasHandedOver() {
    CallStack main = new CallStack(List.of(LETTUCE, FETCH, OKHTTP));
    CallStack between = new CallStack(List.of(NETTY), main);
    CallStack loop = new CallStack(List.of(CONNECT, NETTY, NETTY), between);

    assertParts(finder.partsOf(loop), "Lettuce 7.7.0.RELEASE", "Netty 4.2.20.Final");
    assertParts(finder.ownPartsOf(loop), "Netty 4.2.20.Final", null);
  }

  @Test
  void shouldNotFollowBeyondTheApplication() {
    CallStack by = new CallStack(List.of(OKHTTP, FETCH));
    assertParts(finder.partsOf(new CallStack(List.of(CONNECT, NETTY, FETCH), by)),
        "Netty 4.2.20.Final", null);
  }

  @Test
  void shouldNotTakeTheThreadOfATransportForTheClient() {
    assertParts(
        of(CONNECT, NETTY, LETTUCE, NETTY), "Lettuce 7.7.0.RELEASE", "Netty 4.2.20.Final");
  }

  @Test
  void shouldCountCopiesForWhoMadeThem() {
    Frame copy = in("grpc-netty-shaded-1.76.0.jar", "io.grpc.netty.shaded.io.netty.Channel");
    assertParts(
        of(CONNECT, copy, in("grpc-core-1.76.0.jar", "io.grpc.internal.Channel"), FETCH),
        "gRPC 1.76.0",
        null);
  }

  @Test
  void shouldTellNoVersionThatMayBeSomethingElses() {
    assertParts(of(in("my-service-1.2.3.jar", "okhttp3.Call"), FETCH), "OkHttp", null);
    assertParts(of(in("okhttp.jar", "okhttp3.Call"), FETCH), "OkHttp", null);
    Frame nowhere = new Frame(new CodeOrigin("okhttp3.Call", null, "jrt:/okhttp3", null, false), "run", 1);
    assertParts(of(nowhere, FETCH), "OkHttp", null);
    // The core has versions of its own.
    Frame core = in("httpcore5-5.3.6.jar", "org.apache.hc.core5.Http");
    Frame client = in("httpclient5-5.6.5.jar", "org.apache.hc.client5.Http");
    assertParts(of(core, FETCH), "Apache HttpClient", null);
    assertParts(of(core, client, FETCH), "Apache HttpClient 5.6.5", null);
  }

  @Test
  void shouldTellWhatIsTheJdksOwn() {
    assertParts(
        of(CONNECT, jdk("sun.net.www.protocol.http.HttpURLConnection", "connect"), FETCH),
        "HttpURLConnection 17",
        null);
    LibraryFinder unknown = new LibraryFinder(new CodeClassifier(List.of(), null), null);
    assertParts(
        unknown.partsOf(
            new CallStack(List.of(jdk("com.sun.jndi.ldap.Connection", "connect"), FETCH))),
        "JDK LDAP",
        null);
  }

  @Test
  void shouldTakeALibraryForTheApplicationWhereAPatternSaysSo() throws ConfigurationException {
    CodeClassifier classifier =
        new CodeClassifier(List.of(ClassPattern.parse("app", "okhttp3.**")), null);
    assertParts(
        new LibraryFinder(classifier, null).partsOf(new CallStack(List.of(CONNECT, OKHTTP))),
        null,
        null);
  }

  @Test
  void shouldKnowPackagesAndNotTheirBeginnings() {
    assertThat(ClientLibraries.of("okhttp3.Call").name).isEqualTo("OkHttp");
    assertThat(ClientLibraries.of("org.eclipse.jetty.io.ClientConnector$1").name)
        .isEqualTo("Jetty client");
    assertThat(ClientLibraries.of("org.eclipse.jetty.io.ClientConnectorX")).isNull();
    assertThat(ClientLibraries.of("okhttp3x.Call")).isNull();
    assertThat(ClientLibraries.of("com.acme.okhttp3.Call")).isNull();
    assertThat(ClientLibraries.of("org.springframework.web.servlet.DispatcherServlet")).isNull();
    assertThat(ClientLibraries.of("java.net.Socket")).isNull();
  }

  private LibraryParts of(Frame... frames) {
    return finder.partsOf(new CallStack(List.of(frames)));
  }

  private static void assertParts(LibraryParts parts, String library, String transport) {
    assertThat(parts.library == null ? null : parts.library.describe()).isEqualTo(library);
    assertThat(parts.transport == null ? null : parts.transport.describe()).isEqualTo(transport);
  }

  static Frame in(String jar, String className) {
    return new Frame(new CodeOrigin(className, null, "file:/lib/" + jar, null, false), "run", 7);
  }
}
