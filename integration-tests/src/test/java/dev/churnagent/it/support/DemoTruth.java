package dev.churnagent.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the reports of the demo's variants must tell of its fetches, in 8 rounds of 5 steps. */
public final class DemoTruth {
  private static final String FLOW = "dev.churnagent.demo.flow.";
  private static final String FETCH = FLOW + "Device#getNecessaryData";
  private static final int ROUNDS = 8;
  private static final int CALLS = 40;
  private static final int AVOIDABLE = 32;

  private DemoTruth() {}

  /** As it happened: the chain with its root, steps, fetch and the requests beneath. */
  public static void verifyChurn(Finished run) throws IOException {
    verifyRequest(run, CALLS, CALLS);
    verifyChain(run, AVOIDABLE);
    String text = Files.readString(run.runFolder().resolve("report.txt"));
    assertThat(text).contains("DeviceFlow", "getNecessaryData");
    assertThat(text).contains("StepA", "StepB", "StepC", "StepD", "StepE");
  }

  /** Asked once for each round: nothing to tell. */
  public static void verifyCached(Finished run) {
    verifyRequest(run, ROUNDS, ROUNDS);
    assertThat(run.report().json().path("chains").isArray()).isTrue();
    assertThat(run.report().json().path("chains")).isEmpty();
  }

  /** The same calls over one connection: told, but no connection would be spared. */
  public static void verifyPooled(Finished run) {
    verifyRequest(run, CALLS, 0);
    verifyChain(run, 0);
  }

  private static void verifyRequest(Finished run, int calls, int connections) {
    List<JsonNode> watched = new ArrayList<>();
    List<JsonNode> onTheWire = new ArrayList<>();
    for (JsonNode request : run.report().json().path("requests")) {
      (request.path("kind").asText().equals("method") ? watched : onTheWire).add(request);
    }
    assertThat(watched).as("watched").hasSize(1);
    JsonNode request = watched.get(0);
    assertThat(request.path("target").asText()).isEqualTo(FETCH);
    assertThat(RunReport.number(request, "calls")).as("%s", request).isEqualTo(calls);
    assertThat(RunReport.number(request, "distinctResults")).isEqualTo(1);
    assertThat(RunReport.number(request, "failures")).isZero();
    assertThat(RunReport.number(request, "connections")).isEqualTo(connections);
    JsonNode beneath = request.path("beneath");
    assertThat(beneath).as("%s", request).hasSize(1);
    assertThat(beneath.get(0).path("target").asText())
        .matches("GET http://127\\.0\\.0\\.1:\\d+/session/demo-1/necessary-data");
    assertThat(RunReport.number(beneath.get(0), "calls")).isEqualTo(calls);
    // What the session does otherwise: the five actions and the first look at the status.
    assertThat(onTheWire.stream().mapToInt(each -> RunReport.number(each, "calls")).sum())
        .isEqualTo(CALLS + 1);
  }

  private static void verifyChain(Finished run, int avoidableConnections) {
    JsonNode chains = run.report().json().path("chains");
    assertThat(chains).as("%s", chains).hasSize(1);
    JsonNode chain = chains.get(0);
    assertThat(chain.path("shape").asText()).isEqualTo("sequence");
    assertThat(chain.path("root").asText()).isEqualTo(FLOW + "DeviceFlow#run");
    List<String> steps = new ArrayList<>();
    chain.path("steps").forEach(step -> steps.add(step.asText()));
    assertThat(steps)
        .isEqualTo(
            Stream.of("A", "B", "C", "D", "E").map(step -> FLOW + "Step" + step + "#run").toList());
    assertThat(RunReport.number(chain, "occurrences")).isEqualTo(ROUNDS);
    assertThat(RunReport.number(chain, "calls")).isEqualTo(CALLS);
    assertThat(RunReport.number(chain, "avoidableCalls")).isEqualTo(AVOIDABLE);
    assertThat(RunReport.number(chain, "avoidableConnections")).isEqualTo(avoidableConnections);
    assertThat(chain.path("advice").asText()).contains("DeviceFlow");
  }

  /** The shipped configuration with the limit that it only proposes. */
  public static Path configWithoutAvoidableCalls() throws IOException {
    String shipped = Files.readString(Path.of(System.getProperty("churn.demo.config")));
    String strict = shipped.replace("  # - max-redundant-calls: 0", "  - max-redundant-calls: 0");
    assertThat(strict).isNotEqualTo(shipped);
    return Files.writeString(AgentProcess.newFolder().resolve("churn.yaml"), strict);
  }
}
