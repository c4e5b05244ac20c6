package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.it.program.Burst;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real run against the ports of another machine: forecast, and limits on it. */
class ForecastIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";

  /** With the one that warms up; more than {@link #PORTS} only if each counts twice. */
  private static final int CONNECTIONS = 51;

  private static final int PORTS = 80;
  private static final int VIOLATED = 1;
  private static final int GATE = 3;

  private RawServer server;

  @BeforeEach
  void startServer() {
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRunOutOfPortsOnlyWithTheHop(Jdk jdk) throws IOException {
    Finished run = run(jdk).run();
    assertThat(run.report().connections()).isEqualTo(CONNECTIONS);

    JsonNode hop = json(jdk, run, "--hops", 2);
    assertThat(hop.path("exhausted").asBoolean()).isTrue();
    assertThat(hop.path("exhaustedSite").asText()).contains("Burst.burst(Burst.java:");
    assertThat(hop.path("exhaustedEndpoint").asText()).isEqualTo("127.0.0.1:" + server.port());
    assertThat(hop.path("peak").asInt()).isEqualTo(2 * CONNECTIONS);
    JsonNode direct = json(jdk, run, "--hops", 1);
    assertThat(direct.path("exhausted").asBoolean()).isFalse();
    assertThat(direct.path("peak").asInt()).isEqualTo(CONNECTIONS);
    assertThat(direct.path("sustainableCopies").asInt()).isEqualTo(PORTS / CONNECTIONS);

    Finished text =
        AgentProcess.churn(jdk, "forecast", run.runFolder(), "--ports", PORTS, "--hops", 2);
    assertThat(text.status()).as(text::everything).isZero();
    assertThat(text.stdout())
        .hasSizeLessThanOrEqualTo(15)
        .anyMatch(line -> line.startsWith("PORTS WOULD RUN OUT after "));
  }

  private static JsonNode json(Jdk jdk, Finished run, Object... options) throws IOException {
    Object[] command = {
      "forecast", run.runFolder(), "--os", "windows", "--ports", PORTS, "--json", null, null
    };
    System.arraycopy(options, 0, command, command.length - 2, 2);
    Finished forecast = AgentProcess.churn(jdk, command);
    assertThat(forecast.status()).as(forecast::everything).isZero();
    return new ObjectMapper().readTree(String.join("\n", forecast.stdout()));
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldHoldTheRunToTheOtherMachinesPorts(Jdk jdk) throws IOException {
    Path tooFew = config("hops: 2");
    Path enough = config("hops: 1");
    Finished run = run(jdk).run();
    Finished violated = AgentProcess.churn(jdk, "check", run.runFolder(), "--config", tooFew);
    assertThat(violated.status()).as(violated::everything).isEqualTo(VIOLATED);
    assertThat(violated.stdout().get(0))
        .isEqualTo(
            "run: 127.5 % of the ports, allowed 100  [max-port-use: 100% (on windows, hops 2)]");
    assertThat(violated.stdout().get(1))
        .contains("windows, 2 hops: would run out at ", "Burst.burst(Burst.java:");
    Finished held = AgentProcess.churn(jdk, "check", run.runFolder(), "--config", enough);
    assertThat(held.status()).as(held::everything).isZero();

    Finished gate = run(jdk).option("config", tooFew).option("on-violation", "exit").run();
    assertThat(gate.status()).as(gate::everything).isEqualTo(GATE);
    Finished passed = run(jdk).option("config", enough).option("on-violation", "exit").run();
    assertThat(passed.status()).as(passed::everything).isZero();
  }

  private AgentProcess.Builder run(Jdk jdk) {
    return AgentProcess.java(jdk).main(Burst.class, server.port(), CONNECTIONS - 1);
  }

  private static Path config(String hops) throws IOException {
    return Files.writeString(
        AgentProcess.newFolder().resolve("churn.yaml"),
        "limits:\n  - max-port-use: 100%\n    on: windows\n    "
            + hops
            + "\nprofiles:\n  windows:\n    ports: "
            + PORTS
            + "\n");
  }
}
