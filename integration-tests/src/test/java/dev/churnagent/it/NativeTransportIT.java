package dev.churnagent.it;

import static dev.churnagent.it.support.RunReport.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.clients.NativeTransports;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.FullListener;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import dev.churnagent.it.support.ScriptedPeer;
import dev.churnagent.it.support.UnixServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Connects of Netty's epoll and io_uring, of both its lines, count as the JDK's do. Who asked for
 * them is a matter of hand-over to the event loop, and not tested here.
 */
class NativeTransportIT {
  private static final int TIMES = 3;

  /** Each closes first itself. */
  private static final List<String> LOCAL =
      List.of("closed", "bound", "byName", "shutDown", "fastOpen");

  private static final List<String> RESET = List.of("reset", "resetByPeer");

  /** A version's folder of libraries, and what is used of it. */
  private record Transport(String folder, String name, String type) {
    boolean isRing() {
      return name.equals("io_uring");
    }

    boolean hasUnixPaths() {
      return !type.contains("incubator");
    }

    @Override
    public String toString() {
      return folder + " " + name;
    }
  }

  private static final List<Transport> TRANSPORTS =
      List.of(
          new Transport("netty42", "epoll", "io.netty.channel.epoll.EpollSocketChannel"),
          new Transport("netty42", "io_uring", "io.netty.channel.uring.IoUringSocketChannel"),
          new Transport("netty41", "epoll", "io.netty.channel.epoll.EpollSocketChannel"),
          new Transport(
              "netty41", "io_uring", "io.netty.incubator.channel.uring.IOUringSocketChannel"));

  private static final Map<Transport, String> UNAVAILABLE = new ConcurrentHashMap<>();

  static Stream<Arguments> all() {
    return Jdks.all()
        .flatMap(jdk -> TRANSPORTS.stream().map(transport -> Arguments.of(jdk, transport)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldCountAsTheServerDoesAndTellWhoClosedFirst(Jdk jdk, Transport transport) {
    require(jdk, transport);
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      List<String> methods = new ArrayList<>(LOCAL);
      methods.addAll(RESET);
      methods.add("closedByPeer");
      RunReport report = run(jdk, transport, calls(methods, peer.port())).report();

      int expected = TIMES * methods.size();
      assertThat(report.connections()).isEqualTo(expected).isEqualTo(peer.accepted());
      assertTotals(report, expected, 0, 0);
      assertThat(sum(report, "local")).isEqualTo(TIMES * LOCAL.size());
      assertThat(sum(report, "reset")).isEqualTo(TIMES * RESET.size());
      assertThat(sum(report, "peer")).isEqualTo(TIMES);
      assertThat(report.json().path("endpoints"))
          .allSatisfy(
              endpoint -> assertThat(endpoint.path("address").asText()).isEqualTo(peer.address()));
      assertThat(report.json().path("endpoints"))
          .filteredOn(endpoint -> endpoint.path("host").asText().equals("device.test"))
          .singleElement()
          .satisfies(endpoint -> assertThat(number(endpoint, "connections")).isEqualTo(TIMES));
      assertThat(report.json().path("sites"))
          .allSatisfy(
              site ->
                  assertThat(site.path("connectMicros").path("p50").asDouble())
                      .isBetween(1.0, 60e6));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldTellFailuresAndNotCountWhatIsNoConnection(Jdk jdk, Transport transport)
      throws IOException {
    require(jdk, transport);
    try (Socket refusing = ScriptedPeer.refusingPort();
        FullListener full = FullListener.start()) {
      List<String> calls = new ArrayList<>(calls(List.of("refused"), refusing.getLocalPort()));
      calls.addAll(calls(List.of("timedOut"), full.port()));
      // Nobody receives there; a datagram socket does not mind.
      calls.addAll(calls(List.of("datagram"), refusing.getLocalPort()));
      calls.addAll(calls(List.of("accepting"), 0));
      RunReport report = run(jdk, transport, calls).report();

      // The clients of the native server are the JDK's.
      assertTotals(report, TIMES, TIMES, TIMES);
      assertThat(report.connections("accepting")).isEqualTo(TIMES);
      assertThat(kinds(report)).isEqualTo(Map.of("refused", TIMES));
      assertThat(number(report.endpoint("127.0.0.1:" + refusing.getLocalPort()), "failed"))
          .isEqualTo(TIMES);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldCountUnixPaths(Jdk jdk, Transport transport) {
    assumeTrue(transport.hasUnixPaths(), "the incubator has no UNIX paths");
    require(jdk, transport);
    try (UnixServer server = UnixServer.start()) {
      List<String> calls = new ArrayList<>(calls(List.of("unix", "refusedUnix"), 0));
      if (!transport.isRing()) {
        calls.addAll(calls(List.of("domainDatagram"), 0));
      }
      RunReport report = run(jdk, transport, calls, "-Dunix.path=" + server.path()).report();

      assertThat(report.connections()).isEqualTo(TIMES).isEqualTo(server.accepted());
      assertTotals(report, TIMES, TIMES, 0);
      JsonNode endpoint = report.endpoint("unix:" + server.path());
      assertThat(endpoint.path("transport").asText()).isEqualTo("unix");
      assertThat(number(endpoint, "connections")).isEqualTo(TIMES);
      assertThat(sum(report, "local")).isEqualTo(TIMES);
    }
  }

  private static List<String> calls(List<String> methods, int port) {
    return methods.stream().map(method -> method + ":" + port + ":" + TIMES).toList();
  }

  private static Finished run(Jdk jdk, Transport transport, List<String> calls, String... flags) {
    Finished run =
        program(jdk, transport).flags(flags).main(NativeTransports.class, calls.toArray()).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.told("transport=")).isEqualTo(transport.type());
    return run;
  }

  private static AgentProcess.Builder program(Jdk jdk, Transport transport) {
    Path libraries = Path.of(System.getProperty("churn.it.libraries"));
    return AgentProcess.java(jdk)
        .flags("-Dtransport=" + transport.name())
        .classPath(testClasses(), libraries.resolve(transport.folder()) + "/*");
  }

  /** Where this test's own classes lie. */
  private static Path testClasses() {
    return Path.of(System.getProperty("java.class.path").split(":")[0]);
  }

  /** The native files that the build fetches are for one kind of machine. */
  private static void require(Jdk jdk, Transport transport) {
    Requirement.linux();
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "native files are for x86-64");
    String why = UNAVAILABLE.computeIfAbsent(transport, key -> unavailable(jdk, key));
    // Containers often forbid io_uring, and then nobody there connects by it.
    assumeTrue(why.equals("null"), transport + " does not work here: " + why);
  }

  private static String unavailable(Jdk jdk, Transport transport) {
    Finished run = program(jdk, transport).withoutAgent().main(NativeTransports.class).run();
    assertThat(run.status()).as(run::everything).isZero();
    return run.told("unavailable=");
  }

  private static void assertTotals(RunReport report, int closed, int failed, int abandoned) {
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    assertThat(report.connections()).as("connections").isEqualTo(closed);
    assertThat(report.total("closed")).as("closed").isEqualTo(closed);
    assertThat(report.total("openAtEnd")).as("open at the end").isZero();
    assertThat(report.total("failed")).as("failed").isEqualTo(failed);
    assertThat(report.total("abandoned")).as("abandoned").isEqualTo(abandoned);
  }

  private static int sum(RunReport report, String closer) {
    int sum = 0;
    for (JsonNode site : report.json().path("sites")) {
      sum += number(site.path("closedFirst"), closer);
    }
    return sum;
  }

  private static Map<String, Integer> kinds(RunReport report) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (JsonNode site : report.json().path("sites")) {
      for (JsonNode failure : site.path("failures")) {
        kinds.merge(failure.path("kind").asText(), number(failure, "count"), Integer::sum);
      }
    }
    return kinds;
  }
}
