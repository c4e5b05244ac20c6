package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.program.Burst;
import dev.churnagent.it.program.Ends;
import dev.churnagent.it.program.Mixed;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.DemoTruth;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits at the JVM's end and on the command line. */
class GateIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String VIOLATED = "1/min";
  private static final String HELD = "1000/s";
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

  static Stream<Arguments> ends() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, "return", 0, 0),
                    Arguments.of(jdk, "exit", 0, 0),
                    Arguments.of(jdk, "exit", 7, 7),
                    Arguments.of(jdk, "exit-in-worker", 0, 0),
                    Arguments.of(jdk, "throw", 0, 1),
                    Arguments.of(jdk, "wait", 0, 128 + 15)));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void shouldEndWithTheGatesStatusAfterAllHooks(Jdk jdk, String how, int number, int own) {
    Finished violated = end(jdk, how, number, VIOLATED, "exit");
    assertThat(violated.status()).as(violated::everything).isEqualTo(GATE);
    assertThat(violated.stdout()).contains("hook connected");
    assertThat(violated.report().json().path("verdict").asText()).isEqualTo("fail");
    assertThat(violated.report().total("connections")).isGreaterThanOrEqualTo(3);

    Finished reported = end(jdk, how, number, VIOLATED, "report");
    assertThat(reported.status()).as(reported::everything).isEqualTo(own);
    assertThat(reported.report().json().path("verdict").asText()).isEqualTo("fail");

    Finished held = end(jdk, how, number, HELD, "exit");
    assertThat(held.status()).as(held::everything).isEqualTo(own);
    assertThat(held.report().json().path("verdict").asText()).isEqualTo("pass");
  }

  private Finished end(Jdk jdk, String how, int number, String maxRate, String onViolation) {
    Requirement.linux();
    try (AgentProcess process =
        AgentProcess.java(jdk)
            .option("max-rate", maxRate)
            .option("on-violation", onViolation)
            .main(Ends.class, server.port(), how, number)
            .start()) {
      if (how.equals("wait")) {
        process.awaitLine("ready");
        process.signal("TERM");
      }
      return process.await();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCheckRunsAndFoldersOfRuns(Jdk jdk) throws IOException {
    Path output = AgentProcess.newFolder();
    Finished run = null;
    for (int i = 0; i < 2; i++) {
      run =
          AgentProcess.java(jdk).option("output", output).main(Mixed.class, server.port(), 2).run();
    }
    List<Path> folders = run.runFolders();
    assertThat(folders).hasSize(2);
    Path one = folders.get(0);
    Path journal = one.resolve("journal.churn");
    shouldEnd(jdk, 0, "check", one, "--max-rate", HELD);
    shouldEnd(jdk, 1, "check", one, "--max-rate", VIOLATED);
    shouldEnd(jdk, 0, "check", journal, "--max-rate", HELD);
    shouldEnd(jdk, 1, "check", journal, "--max-rate", VIOLATED);
    shouldEnd(jdk, 0, "check", output, "--max-rate", HELD);
    shouldEnd(jdk, 1, "check", output, "--max-rate", VIOLATED);
    shouldEnd(jdk, 0, "check", one, folders.get(1), "--max-rate", HELD);
    shouldEnd(jdk, 2, "check", one);
    shouldEnd(jdk, 2, "check", one, one.resolve("missing"), "--max-rate", HELD);
    shouldEnd(jdk, 2, "check", AgentProcess.newFolder(), "--max-rate", HELD);
    shouldEnd(jdk, 2, "check", one, "--max-rate", "fast");
    Path foreign = Files.writeString(AgentProcess.newFolder().resolve("journal.churn"), "hello");
    shouldEnd(jdk, 2, "check", foreign, "--max-rate", HELD);

    Path merged = AgentProcess.newFolder();
    shouldEnd(jdk, 0, "report", one, folders.get(1), "--output", merged);
    RunReport report = RunReport.read(merged.resolve("report.json"));
    assertThat(report.connections()).isEqualTo(2 * 2 * 6).isEqualTo(server.drain());
    assertThat(report.connections("bySocket")).isEqualTo(4);
  }

  private static void shouldEnd(Jdk jdk, int status, Object... command) {
    Finished run = AgentProcess.churn(jdk, command);
    assertThat(run.status()).as(run::everything).isEqualTo(status);
    if (status == 2) {
      assertThat(run.stderr()).as(run::everything).hasSize(1);
    } else {
      assertThat(run.stderr()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldMeasureABurstAcrossATickAsOneRate(Jdk jdk) {
    Finished run =
        AgentProcess.java(jdk)
            .option("max-rate", "49/s")
            .main(Burst.class, server.port(), 50)
            .run();
    assertThat(run.toldNumber("millis ")).isLessThan(1_000);
    RunReport report = run.report();
    JsonNode peak = report.site("burst").path("peakRate");
    assertThat(peak.path("perSecond").asDouble()).isEqualTo(50.0);
    assertThat(peak.path("windowSeconds").asDouble()).isEqualTo(1.0);
    assertThat(report.json().path("verdict").asText()).isEqualTo("fail");
    shouldEnd(jdk, 1, "check", run.runFolder(), "--max-rate", "49/s");
    shouldEnd(jdk, 0, "check", run.runFolder(), "--max-rate", "50/s");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldHoldOnlyWhatThePatternsMean(Jdk jdk) throws IOException {
    Finished run = AgentProcess.java(jdk).main(Mixed.class, server.port(), 3).run();
    String mixed = Mixed.class.getName();
    shouldJudge(jdk, run, 1, "site: " + mixed + "#bySocket", "max-connections: 2");
    shouldJudge(jdk, run, 0, "site: " + mixed + "#by*", "max-connections: 3");
    shouldJudge(jdk, run, 1, "site: dev.churnagent.**", "max-connections: 2");
    shouldJudge(jdk, run, 1, "endpoint: \"*:" + server.port() + "\"", "max-connections: 2");
    shouldJudge(jdk, run, 0, "endpoint: \"*:" + server.port() + "\"", "max-connections: 3");
    shouldJudge(jdk, run, 0, "site: " + mixed + "#deep*", "max-open: 1");
    shouldJudge(jdk, run, 1, "site: " + mixed + "#deep*", "max-rate: 2/min");
  }

  private static void shouldJudge(Jdk jdk, Finished run, int status, String subject, String limit)
      throws IOException {
    Path config = AgentProcess.newFolder().resolve("churn.yaml");
    Files.writeString(config, "limits:\n  - " + subject + "\n    " + limit + "\n");
    shouldEnd(jdk, status, "check", run.runFolder(), "--config", config);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldFailTheDemosChurnAndPassItsCures(Jdk jdk) throws IOException {
    Map<String, AgentProcess> variants = new LinkedHashMap<>();
    List<AgentProcess> started = new ArrayList<>();
    try {
      for (String variant : List.of("churn", "cached", "pooled")) {
        AgentProcess process =
            AgentProcess.java(jdk)
                .option("config", System.getProperty("churn.demo.config"))
                .jar(AgentProcess.demoJar(), variant)
                .start();
        started.add(process);
        variants.put(variant, process);
      }
      Finished churn = variants.get("churn").await();
      shouldAgreeWithTheServer(churn, "fail");
      assertThat(churn.report().connections()).isEqualTo(41);
      Finished cached = variants.get("cached").await();
      shouldAgreeWithTheServer(cached, "pass");
      assertThat(cached.report().connections()).isEqualTo(9);
      Finished pooled = variants.get("pooled").await();
      shouldAgreeWithTheServer(pooled, "pass");
      assertThat(pooled.report().connections()).isEqualTo(1);
      DemoTruth.verifyChurn(churn);
      DemoTruth.verifyCached(cached);
      DemoTruth.verifyPooled(pooled);
      Object config = System.getProperty("churn.demo.config");
      shouldEnd(jdk, 1, "check", churn.runFolder(), "--config", config);
      shouldEnd(jdk, 0, "check", cached.runFolder(), pooled.runFolder(), "--config", config);
      Path strict = DemoTruth.configWithoutAvoidableCalls();
      shouldEnd(jdk, 1, "check", churn.runFolder(), "--config", strict);
      shouldEnd(jdk, 0, "check", cached.runFolder(), "--config", strict);
      shouldEnd(jdk, 1, "check", pooled.runFolder(), "--config", strict);
    } finally {
      started.forEach(AgentProcess::close);
    }
  }

  private static void shouldAgreeWithTheServer(Finished run, String verdict) {
    assertThat(run.status()).as(run::everything).isZero();
    RunReport report = run.report();
    String proxy = run.stdout().get(0).replaceAll(".*device at (\\S+).*", "$1");
    String truth = run.told("proxy in front of it accepted ");
    assertThat(RunReport.number(report.endpoint(proxy), "connections"))
        .isEqualTo(Integer.parseInt(truth.replaceAll(" .*", "")));
    assertThat(report.json().path("verdict").asText()).as(run::everything).isEqualTo(verdict);
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
  }
}
