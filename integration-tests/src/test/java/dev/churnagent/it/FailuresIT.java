package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.clients.FailingClients;
import dev.churnagent.it.clients.PortExhaustion;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.FullListener;
import dev.churnagent.it.support.Isolation;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import dev.churnagent.it.support.ScriptedPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connect that came to nothing is called, and what is no attempt at all. */
class FailuresIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int TIMES = 3;
  private static final int FIRST_PORT = 40_000;

  /** Even: of an odd range Linux leaves one out, now and then. */
  private static final int PORTS = 40;

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellRefused(Jdk jdk) throws IOException {
    List<String> methods =
        List.of("refusedSocket", "refusedChannel", "refusedNonBlocking", "refusedAsync");
    try (Socket refusing = ScriptedPeer.refusingPort()) {
      RunReport report = run(jdk, refusing.getLocalPort(), methods).report();
      assertOnlyFailures(report, methods, "refused");
      assertThat(
              RunReport.number(report.endpoint("127.0.0.1:" + refusing.getLocalPort()), "failed"))
          .isEqualTo(TIMES * methods.size());
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellTimeout(Jdk jdk) {
    Requirement.linux();
    List<String> methods = List.of("timedOutSocket", "timedOutAdaptor");
    try (FullListener full = FullListener.start()) {
      assertOnlyFailures(run(jdk, full.port(), methods).report(), methods, "timeout");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellUnresolvedBesideFailed(Jdk jdk) {
    List<String> methods = List.of("unresolvedSocket", "unresolvedChannel", "unresolvedAsync");
    RunReport report = run(jdk, 80, methods).report();
    for (String method : methods) {
      JsonNode site = report.site(method);
      assertThat(kinds(site)).isEqualTo(Map.of("unresolved", TIMES));
      assertThat(RunReport.number(site, "failed")).isZero();
    }
    assertTotals(report, 0, 0, 0);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellAbandoned(Jdk jdk) {
    Requirement.linux();
    List<String> methods =
        List.of(
            "abandonedNonBlocking",
            "abandonedRegistered",
            "abandonedAsync",
            "rejectedWhilePending");
    try (FullListener full = FullListener.start()) {
      RunReport report = run(jdk, full.port(), methods).report();
      for (String method : methods) {
        JsonNode site = report.site(method);
        assertThat(RunReport.number(site, "abandoned")).as("%s", site).isEqualTo(TIMES);
        assertThat(kinds(site)).isEmpty();
      }
      assertTotals(report, 0, 0, TIMES * methods.size());
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNotCountWhatTheJdkRejects(Jdk jdk) {
    List<String> methods = List.of("rejectedSocket", "rejectedChannel", "rejectedAsync");
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      RunReport report = run(jdk, peer.port(), methods).report();
      assertTotals(report, TIMES * methods.size(), 0, 0);
      for (String method : methods) {
        assertThat(report.connections(method)).as(method).isEqualTo(TIMES);
      }
      assertThat(report.total("closed")).isEqualTo(TIMES * methods.size());
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNotTakeAnOwnBindForExhaustion(Jdk jdk) {
    try (ScriptedPeer peer = ScriptedPeer.start()) {
      RunReport report =
          run(jdk, peer.port(), List.of("boundToUsedPort", "boundToPortOfSameConnection")).report();
      assertThat(report.sites("boundToUsedPort")).isEmpty();
      assertThat(failures(report)).isEqualTo(Map.of("other", TIMES));
      assertTotals(report, TIMES, TIMES, 0);
      assertThat(report.connections()).isEqualTo(peer.accepted());
      assertThat(report.json().path("portExhaustion").path("errors").asInt(0)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellUnreachable(Jdk jdk) {
    List<String> methods = List.of("unreachableSocket", "unreachableChannel", "unreachableAsync");
    try (Isolation isolation = Isolation.required()) {
      RunReport report = run(jdk, 80, methods, isolation.prefix()).report();
      assertOnlyFailures(report, methods, "unreachable");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellPortExhaustion(Jdk jdk) {
    try (Isolation isolation = Isolation.required()) {
      isolation.set("net.ipv4.ip_local_port_range", FIRST_PORT + " " + (FIRST_PORT + PORTS - 1));
      Finished run =
          AgentProcess.java(jdk).prefix(isolation.prefix()).main(PortExhaustion.class).run();
      assertThat(run.status()).as(run::everything).isZero();
      RunReport report = run.report();
      int connected = 0;
      List<String> methods = List.of("socket", "channel", "nonBlocking", "async");
      for (String method : methods) {
        JsonNode site = report.site(method);
        int held = run.toldNumber(method + ":");
        assertThat(RunReport.number(site, "connections")).as(method).isEqualTo(held);
        assertThat(kinds(site)).as(method).isEqualTo(Map.of("exhausted", 1));
        connected += held;
      }
      assertThat(run.toldNumber("socket:")).isEqualTo(PORTS);
      assertTotals(report, connected, methods.size(), 0);
      JsonNode exhaustion = report.json().path("portExhaustion");
      assertThat(RunReport.number(exhaustion, "errors")).isEqualTo(methods.size());
      JsonNode first = exhaustion.path("first");
      assertThat(first.path("site").asText()).contains(PortExhaustion.class.getName() + ".socket(");
      assertThat(first.path("endpoint").asText()).isEqualTo("127.0.0.1:5000");
      assertThat(first.path("at").asText()).startsWith("20").endsWith("Z");
      assertThat(first.path("message").asText()).contains("Cannot assign requested address");
    }
  }

  private static Finished run(Jdk jdk, int port, List<String> methods, String... prefix) {
    Finished run =
        AgentProcess.java(jdk)
            .prefix(prefix)
            .flags("-Djdk.net.hosts.file=" + emptyHostsFile())
            .main(
                FailingClients.class,
                methods.stream().map(method -> method + ":" + port + ":" + TIMES).toArray())
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    return run;
  }

  /** Nobody has a name, and no name server is asked. */
  private static Path emptyHostsFile() {
    try {
      return Files.createFile(AgentProcess.newFolder().resolve("hosts"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertOnlyFailures(RunReport report, List<String> methods, String kind) {
    for (String method : methods) {
      JsonNode site = report.site(method);
      assertThat(RunReport.number(site, "failed")).as(method).isEqualTo(TIMES);
      assertThat(kinds(site)).as(method).isEqualTo(Map.of(kind, TIMES));
    }
    assertTotals(report, 0, TIMES * methods.size(), 0);
  }

  private static void assertTotals(RunReport report, int connections, int failed, int abandoned) {
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    assertThat(List.of(report.connections(), report.total("failed"), report.total("abandoned")))
        .as("connections, failed, abandoned")
        .containsExactly(connections, failed, abandoned);
  }

  /** The failures of all sites by kind. */
  private static Map<String, Integer> failures(RunReport report) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode site : report.json().path("sites")) {
      kinds(site).forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
    }
    return counts;
  }

  private static Map<String, Integer> kinds(JsonNode site) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode failure : site.path("failures")) {
      int count = RunReport.number(failure, "count");
      if (count > 0) {
        counts.put(failure.path("kind").asText(), count);
      }
    }
    return counts;
  }
}
