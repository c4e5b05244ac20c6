package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.fetch.FetchReport;
import dev.churnagent.it.fetch.program.Redundant;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits on repeated calls, when the JVM ends and on the command line, and what is accepted. */
class ChainLimitsIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String PROGRAM = Redundant.class.getPackageName();
  private static final int HELD = 0;
  private static final int VIOLATED = 1;
  private static final int UNUSABLE = 2;
  private static final int GATE = 3;

  private FetchServer server;

  @BeforeEach
  void startServer() {
    server = FetchServer.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** A configuration and how {@code check} ends; 4 calls too many of each of two requests. */
  private record Case(int status, String config) {}

  private static final String IGNORE_LOOP =
      "\nignore:\n  - request: GET http://*/loop\n    reason: the device forgets";

  private static final List<Case> CASES =
      List.of(
          new Case(HELD, "limits:\n  - max-redundant-calls: 8"),
          new Case(VIOLATED, "limits:\n  - max-redundant-calls: 7"),
          new Case(VIOLATED, "limits:\n  - max-redundant-calls: 0"),
          new Case(HELD, "limits:\n  - max-duplicates: 4"),
          new Case(VIOLATED, "limits:\n  - max-duplicates: 3"),
          new Case(VIOLATED, "limits:\n  - request: GET http://*/loop\n    max-duplicates: 3"),
          new Case(HELD, "limits:\n  - request: GET http://*/other\n    max-duplicates: 0"),
          new Case(HELD, "limits:\n  - max-redundant-calls: 4" + IGNORE_LOOP),
          new Case(VIOLATED, "limits:\n  - max-redundant-calls: 3" + IGNORE_LOOP),
          new Case(
              HELD, "limits:\n  - request: GET http://*/loop\n    max-duplicates: 0" + IGNORE_LOOP),
          new Case(
              VIOLATED,
              "limits:\n  - max-redundant-calls: 4" + IGNORE_LOOP + "\n    root: com.acme.**"),
          // Of a loop the root is who calls what sends.
          new Case(
              HELD,
              "limits:\n  - max-redundant-calls: 4"
                  + IGNORE_LOOP
                  + "\n    root: "
                  + PROGRAM
                  + ".Device#fetch"),
          new Case(UNUSABLE, "limits:\n  - max-redundant-calls: -1"),
          new Case(UNUSABLE, "limits:\n  - site: com.acme.**\n    max-redundant-calls: 0"),
          new Case(
              UNUSABLE,
              "limits:\n  - max-redundant-calls: 4\nignore:\n  - request: GET http://*/loop"));

  @Test
  void shouldJudgeByTheLimitsAndTheAcceptedRepeats() throws IOException {
    Finished run = program(Jdks.newest()).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(
            FetchReport.sum(new FetchReport(run.report(), false).all("chains"), "avoidableCalls"))
        .isEqualTo(8);
    for (Case each : CASES) {
      Finished check = check(run, each.config());
      assertThat(check.status()).as(each + "\n" + check.everything()).isEqualTo(each.status());
      assertThat(check.stderr()).as(each.config()).hasSize(each.status() == UNUSABLE ? 1 : 0);
    }
    Finished violated = check(run, "limits:\n  - max-redundant-calls: 7");
    assertThat(violated.stdout())
        .anySatisfy(line -> assertThat(line).contains("max-redundant-calls: 7").contains("8"));
  }

  private Finished check(Finished run, String config) throws IOException {
    return AgentProcess.churn(Jdks.newest(), "check", run.runFolder(), "--config", written(config));
  }

  private static Path written(String config) throws IOException {
    return Files.writeString(AgentProcess.newFolder().resolve("churn.yaml"), config + "\n");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldEndTheJvmWithTheGatesStatus(Jdk jdk) throws IOException {
    Path violated = written("limits:\n  - max-redundant-calls: 7");
    Finished failed = program(jdk).option("config", violated).option("on-violation", "exit").run();
    assertThat(failed.status()).as(failed::everything).isEqualTo(GATE);
    assertThat(failed.stdout()).containsExactly("done");
    assertThat(failed.report().json().path("verdict").asText()).isEqualTo("fail");

    Path held = written("limits:\n  - max-redundant-calls: 8");
    Finished passed = program(jdk).option("config", held).option("on-violation", "exit").run();
    assertThat(passed.status()).as(passed::everything).isZero();
    assertThat(passed.report().json().path("verdict").asText()).isEqualTo("pass");
  }

  /** In the file as in the agent's arguments. */
  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTakeWatchAndScopeFromTheFile(Jdk jdk) throws IOException {
    Path config =
        written(
            "watch: "
                + PROGRAM
                + ".Device#fetch\nscope:\n  - "
                + PROGRAM
                + ".Flow#run*\nlimits:\n  - request: "
                + PROGRAM
                + ".Device#*\n    max-duplicates: 4");
    Finished run =
        AgentProcess.java(jdk).option("config", config).main(Redundant.class, server.url()).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.report().json().path("verdict").asText()).isEqualTo("pass");
    FetchReport report = new FetchReport(run.report(), true);
    assertThat(report.watchedRows("#fetch", "/sequence")).hasSize(1);
    assertThat(FetchReport.sum(report.all("chains"), "avoidableCalls")).isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRefuseToWatchConstructors(Jdk jdk) {
    Finished run = program(jdk).option("watch", PROGRAM + ".Device#<init>").run();
    assertThat(run.status()).as(run::everything).isEqualTo(UNUSABLE);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).hasSize(1);
    assertThat(run.stderr().get(0))
        .startsWith("churn-agent: ")
        .contains("watch")
        .contains("Device#<init>");
  }

  /** A slip in a pattern must not look like a program without repeats. */
  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeNoPassIfAPatternMatchedNothing(Jdk jdk) throws IOException {
    String slip = PROGRAM + ".Device#fetchAll";
    Finished run = program(jdk).option("watch", slip).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.stdout()).containsExactly("done");
    assertThat(run.report().degraded()).anySatisfy(line -> assertThat(line).contains(slip));
    Finished check = check(run, "limits:\n  - max-redundant-calls: 100");
    assertThat(check.status()).as(check::everything).isEqualTo(UNUSABLE);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeNoPassIfFetchesWereNotRecorded(Jdk jdk) throws IOException {
    Finished run = program(jdk).option("http", false).run();
    assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
    Finished check = check(run, "limits:\n  - max-redundant-calls: 100");
    assertThat(check.status()).as(check::everything).isEqualTo(UNUSABLE);
    Finished connections = check(run, "limits:\n  - max-connections: 100");
    assertThat(connections.status()).as(connections::everything).isZero();
  }

  private AgentProcess.Builder program(Jdk jdk) {
    return AgentProcess.java(jdk)
        .option("scope", PROGRAM + ".Flow#run*")
        .main(Redundant.class, server.url());
  }
}
