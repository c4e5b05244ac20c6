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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertParts(of(CONNECT, NETTY, LETTUCE, FETCH), "Lettuce 7.7.0.RELEASE", "Netty 4.2.20.Final");
    Frame selenium = in("selenium-remote-driver-4.35.0.jar", "org.openqa.selenium.remote.Driver");
    assertParts(
        of(CONNECT, jdk("jdk.internal.net.http.Http1Exchange", "send"), selenium, FETCH),
        "Selenium 4.35.0",
        "JDK HttpClient 17");
  }

  @Test
  void shouldTellTheToolAndNotTheServerThatItRunsIn() {
    Frame http = in("httpclient-4.5.14.jar", "org.apache.http.Operator");
    Frame karate = in("karate-core-1.5.1.jar", "com.intuit.karate.http.ApacheHttpClient");
    Frame server = in("armeria-1.31.3.jar", "com.linecorp.armeria.server.HttpServerHandler");

    assertParts(of(CONNECT, http, karate, server), "Karate 1.5.1", "Apache HttpClient 4.5.14");
    assertParts(of(CONNECT, http, server), "Apache HttpClient 4.5.14", null);
    Frame jmeter = in("ApacheJMeter_http-5.6.3.jar", "org.apache.jmeter.protocol.http.Sampler");
    assertParts(of(CONNECT, http, jmeter), "JMeter 5.6.3", "Apache HttpClient 4.5.14");
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
    assertParts(
        finder.partsOf(new CallStack(List.of(CONNECT, NETTY, FETCH), by)),
        "Netty 4.2.20.Final",
        null);
  }

  @Test
  void shouldNotTakeTheThreadOfATransportForTheClient() {
    assertParts(of(CONNECT, NETTY, LETTUCE, NETTY), "Lettuce 7.7.0.RELEASE", "Netty 4.2.20.Final");
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

  /** A class of each, as it stands between a connection and the program. */
  @ParameterizedTest
  @CsvSource({
    "armeria-1.33.4.jar, com.linecorp.armeria.client.HttpClientFactory, Armeria 1.33.4",
    "helidon-webclient-api-4.3.2.jar, io.helidon.webclient.api.TcpClientConnection,"
        + " Helidon WebClient 4.3.2",
    "undertow-core-2.3.20.Final.jar, io.undertow.client.http.HttpClientProvider,"
        + " Undertow client 2.3.20.Final",
    "grizzly-framework-4.0.2.jar, org.glassfish.grizzly.nio.NIOConnection, Grizzly 4.0.2",
    "mina-core-2.2.4.jar, org.apache.mina.transport.socket.nio.NioSocketConnector,"
        + " Apache MINA 2.2.4",
    "methanol-1.8.4.jar, com.github.mizosoft.methanol.Methanol, Methanol 1.8.4",
    "tyrus-client-2.2.1.jar, org.glassfish.tyrus.client.ClientManager, Tyrus 2.2.1",
    "Java-WebSocket-1.6.0.jar, org.java_websocket.client.WebSocketClient, Java-WebSocket 1.6.0",
    "xmemcached-2.4.8.jar, net.rubyeye.xmemcached.XMemcachedClient, XMemcached 2.4.8",
    "hazelcast-5.5.0.jar, com.hazelcast.client.impl.connection.tcp.TcpClientConnectionManager,"
        + " Hazelcast client 5.5.0",
    "hivemq-mqtt-client-1.3.10.jar, com.hivemq.client.internal.mqtt.MqttRxClient,"
        + " HiveMQ MQTT 1.3.10",
    "sshj-0.40.0.jar, net.schmizz.sshj.SocketClient, SSHJ 0.40.0",
    "unboundid-ldapsdk-7.0.3.jar, com.unboundid.ldap.sdk.ConnectThread, UnboundID LDAP 7.0.3",
    "opentelemetry-exporter-sender-okhttp-1.56.0.jar,"
        + " io.opentelemetry.exporter.sender.okhttp.internal.OkHttpHttpSender,"
        + " OpenTelemetry exporter 1.56.0",
    "micrometer-core-1.16.0.jar, io.micrometer.core.ipc.http.HttpUrlConnectionSender,"
        + " Micrometer 1.16.0",
    "logback-core-1.5.21.jar, ch.qos.logback.core.net.DefaultSocketConnector, Logback 1.5.21",
    "logstash-logback-encoder-8.1.jar,"
        + " net.logstash.logback.appender.AbstractLogstashTcpSocketAppender, Logstash encoder 8.1",
    "log4j-core-2.25.2.jar, org.apache.logging.log4j.core.net.TcpSocketManager, Log4j 2.25.2",
  })
  void shouldKnow(String jar, String className, String library) {
    assertParts(of(CONNECT, in(jar, className), FETCH), library, null);
  }

  /** These stand around calls of any client. */
  @Test
  void shouldNotTakeWhatMeasuresCallsForTheirClient() {
    Frame timer = in("micrometer-core-1.16.0.jar", "io.micrometer.core.instrument.Timer");
    Frame context = in("opentelemetry-context-1.56.0.jar", "io.opentelemetry.context.Context");

    assertParts(of(CONNECT, OKHTTP, timer, context, FETCH), "OkHttp 5.5.1", null);
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
