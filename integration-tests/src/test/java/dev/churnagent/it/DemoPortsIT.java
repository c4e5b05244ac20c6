package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RunReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** "Would this have broken on Windows?", asked of the demo, the founding incident in small. */
class DemoPortsIT {
  private static final String FLOW = "dev.churnagent.demo.flow.Device.getOverShortConnection";

  /** As many as were opened by hand to reproduce the incident, in parts that any limit allows. */
  private static final int BY_HAND = 16_000;

  private static final int PART = 2_000;
  private static final int WINDOWS_PORTS = 16_384;

  /** Eight containers, as there were: 8 x 5 x 220 connections are less than 16,384. */
  private static final int ROUNDS = 220;

  /**
   * So that the system's table is read several times: a look finds the proxy more often than not.
   */
  private static final int PAUSE_MILLIS = 5;

  private static final int CONTAINERS = 8;

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldExhaustWindowsWithTheProxyAndNotWithoutIt(Jdk jdk) throws IOException {
    Finished run =
        AgentProcess.java(jdk)
            .jar(AgentProcess.demoJar(), "churn", "--rounds", ROUNDS, "--pause", PAUSE_MILLIS)
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    JsonNode own = run.report().json().path("timeWait").path("profiles").path(0);
    assertThat(own.path("os").asText()).isEqualTo("linux");
    assertThat(own.path("exhausted").asBoolean()).as(own::toPrettyString).isFalse();

    // Nobody says that there is a proxy: it is found.
    JsonNode found = forecast(jdk, run, "--copies", CONTAINERS);
    assertThat(found.path("hops").asInt()).isEqualTo(2);
    assertThat(found.path("exhausted").asBoolean()).as(found::toPrettyString).isTrue();
    assertThat(found.path("exhaustedSite").asText()).startsWith(FLOW);
    assertThat(found.path("sustainableCopies").asInt()).isEqualTo(7);
    JsonNode direct = forecast(jdk, run, "--copies", CONTAINERS, "--hops", 1);
    assertThat(direct.path("exhausted").asBoolean()).as(direct::toPrettyString).isFalse();
    assertThat(direct.path("peakPorts").asInt()).isBetween(8 * 5 * ROUNDS, 8 * (5 * ROUNDS + 3));
    // The flow fetched once, which is what was done about it.
    JsonNode cache = run.report().json().path("remedies").path(0);
    assertThat(cache.path("kind").asText()).isIn("cache", "reuse");
  }

  @Test
  void shouldReproduceTheIncidentByHandAndItsEndTwoMinutesLater() throws IOException {
    Jdk jdk = Jdks.oldest();
    try (AgentProcess demo = AgentProcess.java(jdk).jar(AgentProcess.demoJar(), "status").start()) {
      for (int i = 0; i < BY_HAND / PART; i++) {
        demo.send("open " + PART);
        demo.send("close " + PART);
      }
      demo.send("quit");
      Finished run = demo.await(Duration.ofMinutes(3));
      assertThat(run.status()).as(run::everything).isZero();
      assertThat(run.report().connections()).as(run::everything).isGreaterThanOrEqualTo(BY_HAND);

      // Whoever closes before the proxy has connected on may be closed by the proxy first.
      int ours = 0;
      for (JsonNode site : run.report().json().path("sites")) {
        ours += RunReport.number(site.path("closedFirst"), "local");
      }
      assertThat(2 * ours).isGreaterThan(WINDOWS_PORTS);
      JsonNode windows = forecast(jdk, run, "--hops", 2);
      assertThat(windows.path("peak").asInt()).isEqualTo(2 * ours);
      assertThat(windows.path("exhausted").asBoolean()).as(windows::toPrettyString).isTrue();
      Instant lastClose = Instant.parse(windows.path("peakAt").asText());
      Instant free = Instant.parse(windows.path("freeAt").asText());
      assertThat(Duration.between(lastClose, free)).isEqualTo(Duration.ofMinutes(2));
      // By hand it came just to the edge without the proxy.
      JsonNode direct = forecast(jdk, run, "--hops", 1);
      assertThat(direct.path("exhausted").asBoolean()).as(direct::toPrettyString).isFalse();
      assertThat(direct.path("peak").asInt()).isEqualTo(ours);
    }
  }

  private static JsonNode forecast(Jdk jdk, Finished run, Object... options) throws IOException {
    List<Object> command =
        new ArrayList<>(List.of("forecast", run.runFolder(), "--os", "windows", "--json"));
    command.addAll(List.of(options));
    Finished forecast = AgentProcess.churn(jdk, command.toArray());
    assertThat(forecast.status()).as(forecast::everything).isZero();
    return new ObjectMapper().readTree(String.join("\n", forecast.stdout()));
  }
}
