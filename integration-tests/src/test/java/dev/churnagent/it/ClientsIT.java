package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.clients.ApacheClients;
import dev.churnagent.it.clients.AsyncChannels;
import dev.churnagent.it.clients.Channels;
import dev.churnagent.it.clients.CustomImplClients;
import dev.churnagent.it.clients.JdbcClient;
import dev.churnagent.it.clients.JdkHttpClients;
import dev.churnagent.it.clients.JedisClients;
import dev.churnagent.it.clients.NettyClients;
import dev.churnagent.it.clients.OkHttpClients;
import dev.churnagent.it.clients.PlainSockets;
import dev.churnagent.it.clients.ProxiedSockets;
import dev.churnagent.it.clients.SelfConnecting;
import dev.churnagent.it.clients.TlsSockets;
import dev.churnagent.it.clients.UnixSockets;
import dev.churnagent.it.clients.UrlConnections;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.Postgres;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RawServer.Mode;
import dev.churnagent.it.support.Redis;
import dev.churnagent.it.support.RunReport;
import dev.churnagent.it.support.ScriptedPeer;
import dev.churnagent.it.support.ScriptedPeer.Front;
import dev.churnagent.it.support.TlsListener;
import dev.churnagent.it.support.UnixServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client counts each connection once, at the method that asked for it, as servers count. */
class ClientsIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int TIMES = 4;

  /** As in facts.md. */
  private static final int REQUESTS = 20;

  private static final List<String> SOCKET_METHODS =
      List.of(
          "constructorWithName",
          "constructorWithAddress",
          "constructorWithLocalAddress",
          "connectWithoutTimeout",
          "connectWithTimeout",
          "bindBeforeConnect",
          "connectByName",
          "connectInLambda");
  private static final List<String> CHANNEL_METHODS =
      List.of(
          "openWithAddress",
          "blockingConnect",
          "nonBlockingWithSelector",
          "blockingAfterNonBlocking",
          "throughSocket",
          "throughSocketWithTimeout");
  private static final List<String> ASYNC_METHODS = List.of("future", "handler", "ownGroup");

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountSockets(Jdk jdk) {
    shouldCount(jdk, PlainSockets.class, SOCKET_METHODS);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountChannels(Jdk jdk) {
    shouldCount(jdk, Channels.class, CHANNEL_METHODS);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountAsynchronousChannels(Jdk jdk) {
    shouldCount(jdk, AsyncChannels.class, ASYNC_METHODS);
  }

  static Stream<Jdk> jdksWithVirtualThreads() {
    return dev.churnagent.it.support.Jdks.all().filter(jdk -> jdk.feature() >= 21);
  }

  @ParameterizedTest
  @MethodSource("jdksWithVirtualThreads")
  void shouldCountSocketsOfVirtualThreads(Jdk jdk) {
    shouldCount(jdk, PlainSockets.class, SOCKET_METHODS, "--virtual");
  }

  @ParameterizedTest
  @MethodSource("jdksWithVirtualThreads")
  void shouldCountChannelsOfVirtualThreads(Jdk jdk) {
    shouldCount(jdk, Channels.class, CHANNEL_METHODS, "--virtual");
  }

  /** Each method some times to the scripted peer, all closed by us. */
  private static void shouldCount(
      Jdk jdk, Class<?> program, List<String> methods, String... options) {
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      Finished run = run(jdk, program, options, calls(methods, peer.port(), TIMES));
      RunReport report = run.report();
      assertTotals(report, peer.accepted(), TIMES * methods.size());
      for (String method : methods) {
        JsonNode site = report.site(method);
        assertSite(site, program, TIMES);
        assertThat(number(site.path("closedFirst"), "local")).as("%s", site).isEqualTo(TIMES);
        assertThat(site.path("endpoints").get(0).path("address").asText())
            .isEqualTo(peer.address());
      }
      assertThat(number(report.endpoint(peer.address()), "connections")).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellTheNameThatWasAskedFor(Jdk jdk) {
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      Finished run =
          run(
              jdk,
              PlainSockets.class,
              new String[0],
              calls(List.of("connectByName"), peer.port(), 1));
      JsonNode endpoint = run.report().endpoint(peer.address());
      assertThat(endpoint.path("host").asText()).isEqualTo("device.test");
      assertThat(endpoint.path("transport").asText()).isEqualTo("tcp");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountUnixSockets(Jdk jdk) {
    try (UnixServer server = UnixServer.start()) {
      RunReport report =
          run(jdk, UnixSockets.class, new String[0], List.of("" + server.path(), "" + TIMES))
              .report();
      assertTotals(report, server.accepted(), 2 * TIMES);
      assertSite(report.site("blocking"), UnixSockets.class, TIMES);
      assertSite(report.site("nonBlocking"), UnixSockets.class, TIMES);
      JsonNode endpoint = report.endpoint("unix:" + server.path());
      assertThat(endpoint.path("transport").asText()).isEqualTo("unix");
      assertThat(number(endpoint, "connections")).isEqualTo(2 * TIMES);
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountTlsSocketsOnce(Jdk jdk) {
    List<String> methods = List.of("direct", "connectedLater", "layered");
    try (ScriptedPeer peer = ScriptedPeer.start(TlsListener.create(), Front.NONE)) {
      RunReport report =
          run(jdk, TlsSockets.class, new String[0], calls(methods, peer.port(), TIMES)).report();
      assertTotals(report, peer.accepted(), TIMES * methods.size());
      for (String method : methods) {
        assertSite(report.site(method), TlsSockets.class, TIMES);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNotCountAcceptedSockets(Jdk jdk) {
    Finished run = run(jdk, SelfConnecting.class, new String[0], List.of());
    RunReport report = run.report();
    assertTotals(report, run.toldNumber("accepted="), 20);
    for (String method :
        List.of("serverSocket", "blockingServer", "nonBlockingServer", "asyncServer")) {
      assertSite(report.site(method), SelfConnecting.class, 5);
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountForeignSocketImplOnceThatUsesAChannel(Jdk jdk) {
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      RunReport report = customImpl(jdk, "channel", peer.port());
      assertTotals(report, peer.accepted(), 2 * TIMES);
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountForeignSocketImplThatUsesNothingOfTheJdk(Jdk jdk) {
    RunReport report = customImpl(jdk, "memory", 4711);
    assertTotals(report, 2 * TIMES, 2 * TIMES);
    assertThat(number(report.site("constructor").path("closedFirst"), "unknown")).isEqualTo(TIMES);
  }

  private static RunReport customImpl(Jdk jdk, String kind, int port) {
    List<String> methods = List.of("constructor", "connectThenCloseTwice");
    Finished run =
        AgentProcess.java(jdk)
            .option("app", CustomImplClients.class.getName())
            .main(
                CustomImplClients.class,
                kind,
                methods.get(0) + ":" + port + ":" + TIMES,
                methods.get(1) + ":" + port + ":" + TIMES)
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    for (String method : methods) {
      assertSite(run.report().site(method), CustomImplClients.class, TIMES);
    }
    return run.report();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellSocksProxyAsAddressAndDestinationAsHost(Jdk jdk) {
    try (ScriptedPeer proxy = ScriptedPeer.start(Front.SOCKS5)) {
      RunReport report = proxied(jdk, "socksByName", proxy, proxy.port());
      assertThat(proxy.destinations()).hasSize(TIMES).containsOnly("socks.device.test:8100");
      assertThat(report.endpoint(proxy.address()).path("host").asText())
          .isEqualTo("socks.device.test");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellSocksProxyOfSystemProperty(Jdk jdk) {
    try (ScriptedPeer proxy = ScriptedPeer.start(Front.SOCKS5)) {
      RunReport report =
          proxied(
              jdk,
              "socksBySystemProperty",
              proxy,
              8100,
              "-DsocksProxyHost=127.0.0.1",
              "-DsocksProxyPort=" + proxy.port());
      assertThat(proxy.destinations()).hasSize(TIMES);
      assertThat(report.endpoint(proxy.address()).path("host").asText()).isEqualTo("device.test");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellHttpProxyAsAddressAndDestinationAsHost(Jdk jdk) {
    try (ScriptedPeer proxy = ScriptedPeer.start(Front.HTTP_TUNNEL)) {
      RunReport report = proxied(jdk, "httpTunnel", proxy, proxy.port());
      assertThat(proxy.destinations()).hasSize(TIMES).containsOnly("tunnel.device.test:8100");
      assertThat(report.endpoint(proxy.address()).path("host").asText())
          .isEqualTo("tunnel.device.test");
    }
  }

  private static RunReport proxied(
      Jdk jdk, String method, ScriptedPeer proxy, int port, String... flags) {
    RunReport report =
        run(jdk, ProxiedSockets.class, new String[0], calls(List.of(method), port, TIMES), flags)
            .report();
    assertTotals(report, proxy.accepted(), TIMES);
    assertSite(report.site(method), ProxiedSockets.class, TIMES);
    assertThat(report.json().path("endpoints")).hasSize(1);
    return report;
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountJdkHttpClient(Jdk jdk) {
    try (RawServer closing = RawServer.start(Mode.HTTP_CLOSE);
        RawServer keeping = RawServer.start(Mode.HTTP_KEEP_ALIVE);
        RawServer reusing = RawServer.start(Mode.HTTP_KEEP_ALIVE);
        RawServer async = RawServer.start(Mode.HTTP_KEEP_ALIVE)) {
      RunReport report =
          run(
                  jdk,
                  JdkHttpClients.class,
                  new String[0],
                  List.of(
                      "sharedClient:" + closing.port() + ":" + TIMES,
                      "newClientForEachRequest:" + keeping.port() + ":" + TIMES,
                      "sharedClient:" + reusing.port() + ":" + TIMES,
                      "sharedClientAsynchronously:" + async.port() + ":" + TIMES))
              .report();
      assertEndpoint(report, closing, TIMES, TIMES);
      assertEndpoint(report, keeping, TIMES, TIMES);
      assertEndpoint(report, reusing, 1, TIMES);
      assertEndpoint(report, async, 1, TIMES);
      assertThat(report.connections()).isEqualTo(2 * TIMES + 2);
      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountUrlConnections(Jdk jdk) {
    try (RawServer read = RawServer.start(Mode.HTTP_KEEP_ALIVE);
        RawServer disconnected = RawServer.start(Mode.HTTP_KEEP_ALIVE);
        RawServer status = RawServer.start(Mode.HTTP_KEEP_ALIVE);
        RawServer closing = RawServer.start(Mode.HTTP_CLOSE)) {
      RunReport report =
          run(
                  jdk,
                  UrlConnections.class,
                  new String[0],
                  List.of(
                      "bodyReadAndClosed:" + read.port() + ":" + REQUESTS,
                      "bodyReadThenDisconnect:" + disconnected.port() + ":" + REQUESTS,
                      "statusOnly:" + status.port() + ":" + REQUESTS,
                      "bodyReadAndClosed:" + closing.port() + ":" + REQUESTS))
              .report();
      assertEndpoint(report, read, 1, REQUESTS);
      assertEndpoint(report, disconnected, REQUESTS, REQUESTS);
      assertEndpoint(report, status, REQUESTS, REQUESTS);
      assertEndpoint(report, closing, REQUESTS, REQUESTS);
      assertThat(report.connections()).isEqualTo(3 * REQUESTS + 1);
      assertSite(report.site("bodyReadAndClosed"), UrlConnections.class, REQUESTS + 1);
      assertThat(report.connections("bodyReadThenDisconnect")).isEqualTo(REQUESTS);
      assertThat(report.connections("statusOnly")).isEqualTo(REQUESTS);
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountOkHttp(Jdk jdk) {
    RunReport report = shouldCountPooledClient(jdk, OkHttpClients.class, "sharedClient");
    // It races addresses on a pool's threads; who asked for it is a matter of hand-over.
    assertThat(report.json().path("sites"))
        .isNotEmpty()
        .allSatisfy(site -> assertThat(site.path("kind").asText()).isIn("application", "library"));
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountApacheHttpClient(Jdk jdk) {
    RunReport report = shouldCountPooledClient(jdk, ApacheClients.class, "sharedClient");
    assertSite(report.site("sharedClient"), ApacheClients.class, TIMES + 1);
    // Through a private method that both could use: the innermost frame of the application.
    assertSite(report.site("fetch"), ApacheClients.class, TIMES);
  }

  private static RunReport shouldCountPooledClient(Jdk jdk, Class<?> program, String shared) {
    try (RawServer closing = RawServer.start(Mode.HTTP_CLOSE);
        RawServer keeping = RawServer.start(Mode.HTTP_KEEP_ALIVE);
        RawServer reusing = RawServer.start(Mode.HTTP_KEEP_ALIVE)) {
      RunReport report =
          run(
                  jdk,
                  program,
                  new String[0],
                  List.of(
                      shared + ":" + closing.port() + ":" + TIMES,
                      "newClientForEachRequest:" + keeping.port() + ":" + TIMES,
                      shared + ":" + reusing.port() + ":" + TIMES))
              .report();
      assertEndpoint(report, closing, TIMES, TIMES);
      assertEndpoint(report, keeping, TIMES, TIMES);
      assertEndpoint(report, reusing, 1, TIMES);
      assertTotals(
          report, closing.accepted() + keeping.accepted() + reusing.accepted(), 2 * TIMES + 1);
      return report;
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountNetty(Jdk jdk) {
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      RunReport report =
          run(jdk, NettyClients.class, new String[0], calls(List.of("connect"), peer.port(), TIMES))
              .report();
      assertTotals(report, peer.accepted(), TIMES);
      // Netty connects on its own thread; who asked for it is a matter of hand-over.
      assertThat(report.json().path("sites"))
          .isNotEmpty()
          .allSatisfy(
              site -> assertThat(site.path("kind").asText()).isIn("application", "library"));
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountJdbcOnPostgres(Jdk jdk) {
    try (Postgres postgres = Postgres.start()) {
      RunReport report =
          run(
                  jdk,
                  JdbcClient.class,
                  new String[0],
                  List.of(postgres.url(), postgres.user(), "" + TIMES))
              .report();
      assertTotals(report, postgres.received(), TIMES + 1);
      assertSite(report.site("queryOverNewConnection"), JdbcClient.class, TIMES);
      assertSite(report.site("queriesOverOneConnection"), JdbcClient.class, 1);
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountJedisOnRedis(Jdk jdk) {
    try (Redis redis = Redis.start()) {
      int before = redis.received();
      RunReport report =
          run(
                  jdk,
                  JedisClients.class,
                  new String[0],
                  calls(List.of("newConnectionForEachCommand", "pooled"), redis.port(), TIMES))
              .report();
      // The question itself is one connection more.
      assertTotals(report, redis.received() - before - 1, 2 * TIMES);
      assertSite(report.site("newConnectionForEachCommand"), JedisClients.class, TIMES);
      assertSite(report.site("pooled"), JedisClients.class, TIMES);
    }
  }

  private static List<String> calls(List<String> methods, int port, int times) {
    return methods.stream().map(method -> method + ":" + port + ":" + times).toList();
  }

  private static Finished run(
      Jdk jdk, Class<?> program, String[] options, List<String> calls, String... flags) {
    Finished run =
        AgentProcess.java(jdk)
            .flags("-Djdk.net.hosts.file=" + hostsFile())
            .flags(flags)
            .main(program, Stream.concat(Arrays.stream(options), calls.stream()).toArray())
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.programStderr()).as(run::everything).isEmpty();
    return run;
  }

  /** Names without a name server. */
  private static Path hostsFile() {
    try {
      Path file = AgentProcess.newFolder().resolve("hosts");
      Files.writeString(file, "127.0.0.1 device.test localhost\n");
      return file;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertTotals(RunReport report, int accepted, int expected) {
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    assertThat(report.connections()).as("connections").isEqualTo(accepted).isEqualTo(expected);
    int sites = 0;
    for (JsonNode site : report.json().path("sites")) {
      sites += number(site, "connections");
    }
    assertThat(sites).as("all sites").isEqualTo(expected);
    assertThat(report.total("closed")).as("closed").isEqualTo(expected);
    assertThat(report.total("openAtEnd")).isZero();
    assertThat(report.total("failed")).isZero();
    assertThat(report.total("abandoned")).isZero();
  }

  private static void assertSite(JsonNode site, Class<?> program, int connections) {
    assertThat(site.path("class").asText()).isEqualTo(program.getName());
    assertThat(site.path("file").asText()).isEqualTo(program.getSimpleName() + ".java");
    assertThat(number(site, "line")).isPositive();
    assertThat(site.path("kind").asText()).isEqualTo("application");
    assertThat(number(site, "connections")).as("%s", site).isEqualTo(connections);
  }

  private static void assertEndpoint(
      RunReport report, RawServer server, int connections, int requests) {
    assertThat(server.requests()).isEqualTo(requests);
    assertThat(number(report.endpoint(server.address()), "connections"))
        .as(server.address())
        .isEqualTo(server.drain())
        .isEqualTo(connections);
  }

  private static int number(JsonNode node, String name) {
    return RunReport.number(node, name);
  }
}
