package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.program.Connecting;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Isolation;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.PeerProcess;
import dev.churnagent.it.support.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The port model against the kernel's own table, on loopback and between two hosts, which are two
 * network namespaces with a cable between them.
 */
class PortModelIT {
  private static final String CLIENT = "10.231.77.1";
  private static final String SERVER = "10.231.77.2";
  private static final String LOOPBACK = "127.0.0.1";
  private static final double SHARE = 0.02;

  private Isolation client;
  private Isolation server;

  @BeforeEach
  void makeTwoHosts() {
    client = Isolation.required();
    server = Isolation.required();
    client.connect(CLIENT, server, SERVER);
  }

  @AfterEach
  void removeThem() {
    client.close();
    server.close();
  }

  static List<Arguments> programs() {
    List<Arguments> programs = new ArrayList<>();
    for (String way : List.of("close-first", "peer-first", "reset", "hoard")) {
      programs.add(Arguments.of(Jdks.oldest(), way, false));
      programs.add(Arguments.of(Jdks.oldest(), way, true));
    }
    for (Jdks.Jdk jdk : Jdks.all().toList()) {
      programs.add(Arguments.of(jdk, "mixed", false));
      programs.add(Arguments.of(jdk, "mixed", true));
    }
    return programs;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void shouldAgreeWithTheKernelsTable(Jdks.Jdk jdk, String way, boolean onLoopback) {
    shouldAgree(jdk, way, onLoopback, 3_000, 0);
  }

  /** Long enough that Linux takes over ports of loopback, and that the oldest are let go. */
  @Test
  void shouldAgreeWherePortsAreTakenOverOrLetGo() {
    CompletableFuture<Void> far =
        CompletableFuture.runAsync(
            () -> shouldAgree(Jdks.oldest(), "close-first", false, 7_500, 100));
    shouldAgree(Jdks.oldest(), "mixed", true, 37_500, 500);
    far.join();
  }

  private void shouldAgree(Jdks.Jdk jdk, String way, boolean onLoopback, int times, int perSecond) {
    String address = onLoopback ? LOOPBACK : SERVER;
    try (PeerProcess peer = PeerProcess.start(onLoopback ? client : server, address);
        AgentProcess program =
            AgentProcess.java(jdk)
                .prefix(client.prefix())
                .main(Connecting.class, way, address, peer.port(), times, perSecond)
                .start()) {
      int peak = 0;
      while (program.stdoutLines().isEmpty()) {
        peak = Math.max(peak, client.timeWait(peer.port()));
      }
      assertThat(program.awaitLine("connected ")).isEqualTo("connected " + times);
      peak = Math.max(peak, client.timeWait(peer.port()));
      program.send("end");
      Finished run = program.await();
      peak = Math.max(peak, client.settledTimeWait(peer.port()));
      JsonNode own = run.report().json().path("timeWait").path("profiles").path(0);
      assertThat(own.path("os").asText()).isEqualTo("linux");
      assertThat(own.path("peak").asInt())
          .as("%s, %s: %s", way, address, own)
          .isCloseTo(peak, within((int) Math.ceil(SHARE * peak)));
      assertThat(own.path("exhausted").asBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldNameTheMomentAndTheSiteWhenPortsRunOut(Jdks.Jdk jdk) {
    client.set("net.ipv4.ip_local_port_range", "40000 40999");
    try (PeerProcess peer = PeerProcess.start(server, SERVER);
        AgentProcess program =
            AgentProcess.java(jdk)
                .prefix(client.prefix())
                .main(Connecting.class, "crowded", SERVER, peer.port(), 2_000, 400)
                .start()) {
      program.awaitLine("failed ");
      program.awaitLine("connected ");
      Awaitility.await("the alarm")
          .atMost(AgentProcess.PATIENCE)
          .until(() -> String.join("\n", program.stderrLines()).contains("10048"));
      String alarm = String.join("\n", program.stderrLines());
      program.send("end");
      Finished run = program.await();
      assertThat(alarm)
          .contains("OUT OF PORTS", SERVER + ":" + peer.port(), "Connecting.closeFirst")
          .contains("Cannot assign requested address");
      RunReport report = run.report();
      JsonNode own = report.json().path("timeWait").path("profiles").path(0);
      JsonNode found = report.json().path("portExhaustion");
      assertThat(own.path("ports").asInt()).isEqualTo(1_000);
      assertThat(own.path("exhausted").asBoolean()).as(own::toPrettyString).isTrue();
      double start = seconds(report.run().path("startedAt"));
      double really = seconds(found.path("first").path("at")) - start;
      double modelled = seconds(own.path("exhaustedAt")) - start;
      assertThat(modelled).isCloseTo(really, within(0.05 * really));
      JsonNode holder = found.path("holders").path(0);
      assertThat(holder.path("site").asText()).contains("Connecting.closeFirst");
      assertThat(holder.path("timeWait").asInt()).isCloseTo(900, within(20));
    }
  }

  private static double seconds(JsonNode time) {
    Instant at = Instant.parse(time.asText());
    return at.getEpochSecond() + at.getNano() / 1e9;
  }
}
