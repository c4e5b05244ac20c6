package dev.churnagent.it;

import static dev.churnagent.it.support.HeldTests.JUnit.FIVE;
import static dev.churnagent.it.support.HeldTests.JUnit.SIX;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.HeldTests;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that are held to limits, and code that measures itself. */
class JUnitIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String NOT_ATTACHED = "churn-agent is not attached to this JVM";

  private static HeldTests six;
  private static HeldTests five;

  private RawServer server;
  private FetchServer web;

  @BeforeAll
  static void compile() {
    six = HeldTests.compile(SIX, AgentProcess.junitJar());
    five = HeldTests.compile(FIVE, AgentProcess.junitJar());
  }

  @BeforeEach
  void startServers() {
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
    web = FetchServer.start();
  }

  @AfterEach
  void stopServers() {
    server.close();
    web.close();
  }

  private AgentProcess.Builder java(Jdk jdk, HeldTests tests) {
    return AgentProcess.java(jdk)
        .classPath(tests.classPath().toArray())
        .flags("-Dport=" + server.port(), "-Durl=" + web.url());
  }

  /**
   * What came of each test by class and method, with its failure's message; lines are parted by
   * {@code ~}.
   */
  private static Map<String, String> results(Finished run) {
    assertThat(run.status()).as(run::everything).isZero();
    Map<String, String> results = new TreeMap<>();
    for (String line : run.stdout()) {
      if (line.startsWith("test ")) {
        String[] parts = line.split(" ", 4);
        assertThat(results.put(parts[2], parts[1] + " " + parts[3])).as(line).isNull();
      }
    }
    return results;
  }

  private static List<String> passed(Map<String, String> results, String type) {
    return results.entrySet().stream()
        .filter(each -> each.getKey().startsWith(type + "."))
        .filter(each -> each.getValue().startsWith("SUCCESSFUL"))
        .map(each -> each.getKey().substring(type.length() + 1))
        .toList();
  }

  static Stream<Arguments> everything() {
    return Jdks.all().flatMap(jdk -> Stream.of(Arguments.of(jdk, FIVE), Arguments.of(jdk, SIX)));
  }

  private static HeldTests tests(HeldTests.JUnit junit) {
    return junit == FIVE ? five : six;
  }

  @ParameterizedTest
  @MethodSource("everything")
  void shouldHoldTestsToTheirLimits(Jdk jdk, HeldTests.JUnit junit) {
    Finished run =
        java(jdk, tests(junit))
            .main("held.Run", "Counts", "Rates", "Calls", "Inheriting", "Invocations")
            .run();
    Map<String, String> results = results(run);
    assertThat(run.report().isWhole()).isTrue();
    verifyCounts(results);
    verifyRates(results);
    verifyCalls(results);
    verifyClasses(results);
    verifyInvocations(results);
    // 2 before all, 2 around each of 10 tests, and what the tests opened themselves.
    int counts = 2 + 20 + 3 + 4 + 4 + 4 + 4 + 2 + 2;
    int others = 3 + 4 + 4 + 5 + 3 + 2 + 3 + 4 + 3 + 5 + 2 + 1 + 1 + 2 + 3 + 1 + 2 + 1 + 1 + 2;
    assertThat(server.drain()).isEqualTo(counts + others);
    assertThat(web.connections("GET /own-threads/closing")).isEqualTo(3);
    assertThat(web.calls("GET /same")).isEqualTo(2);
  }

  private void verifyCounts(Map<String, String> results) {
    assertThat(passed(results, "Counts"))
        .containsExactlyInAnyOrder(
            "opensNone", "opensAsManyAsAllowed", "isNotHeld", "handsOverAsMuchAsAllowed");
    assertThat(results.get("Counts.opensOneMore"))
        .contains(
            "AssertionFailedError: held.Counts.opensOneMore opened 4 connections, allowed are 3"
                + " (@MaxConnections):~    at held.Client.connect(Client.java:"
                + line("Client.java", "// the site")
                + ")  4 connections to "
                + server.address());
    assertThat(results.get("Counts.handsOverOneMore"))
        .contains("opened 4 connections, allowed are 3");
    assertThat(results.get("Counts.asksAClientWithThreadsOfItsOwn"))
        .contains("opened 3 connections, allowed are 2", " to 127.0.0.1:" + web.port());
    assertThat(results.get("Counts.failsItself"))
        .startsWith("FAILED java.lang.IllegalStateException: its own [suppressed")
        .contains("opened 2 connections, allowed is 1");
    assertThat(results.get("Counts.isAborted")).startsWith("ABORTED").doesNotContain("connections");
    assertThat(results.get("Counts.isGivenNonsense"))
        .contains("@MaxConnections(-1): allowed is 0 or more");
  }

  private static void verifyRates(Map<String, String> results) {
    assertThat(passed(results, "Rates"))
        .containsExactlyInAnyOrder("isAsFastAsAllowed", "isAsFastAsAllowedOverLonger");
    assertThat(results.get("Rates.isTooFast"))
        .contains(
            "opened 4 connections within 60 s, allowed is 3/min (@MaxConnectionRate):~    at");
    assertThat(results.get("Rates.isTooFastAndTooMany"))
        .contains("opened 5 connections, allowed are 4 (@MaxConnections)")
        .contains("opened 5 connections within 10 s, allowed is 0.4/s over 10s");
    assertThat(results.get("Rates.isGivenNonsense")).contains("'often' is not a rate; allowed is");
  }

  private void verifyCalls(Map<String, String> results) {
    assertThat(passed(results, "Calls"))
        .containsExactlyInAnyOrder("fetchesDifferentThings", "fetchesWhatChanges");
    assertThat(results.get("Calls.fetchesTheSame"))
        .contains("made 1 redundant call, allowed are none (@NoRedundantCalls):")
        .contains("GET " + web.url() + "/same: 2 calls, 1 avoidable, in held.Calls#fetchesTheSame")
        .contains("at held.Calls.fetchesTheSame(Calls.java:")
        .contains("calls held.Calls#stepB")
        .contains("Fetch once in held.Calls#fetchesTheSame");
    assertThat(results.get("Calls.fetchesTheSameElsewhere")).contains("made 1 redundant call");
  }

  private static void verifyClasses(Map<String, String> results) {
    assertThat(passed(results, "Inheriting"))
        .containsExactlyInAnyOrder("opensAsManyAsAllowed", "hasItsOwnLimit");
    assertThat(results.get("Inheriting.opensOneMore"))
        .contains("held.Inheriting.opensOneMore opened 3 connections, allowed are 2");
    assertThat(results.get("Inheriting.inheritsTheLimit"))
        .contains("opened 3 connections, allowed are 2");
    assertThat(results.get("Inheriting$Inner.opensOneMoreInside"))
        .contains("held.OnClass$Inner.opensOneMoreInside opened 3 connections, allowed are 2");
    assertThat(passed(results, "Inheriting$Inner$Innermost")).containsExactly("hasTheNearestLimit");
  }

  private static void verifyInvocations(Map<String, String> results) {
    assertThat(passed(results, "Invocations"))
        .containsExactlyInAnyOrder(
            "isComposedAndHeld",
            "isParameterized[1]",
            "isParameterized[2]",
            "isRepeated[1]",
            "makesTests[1]");
    assertThat(results.get("Invocations.isComposed"))
        .contains("opened 2 connections, allowed is 1");
    assertThat(results.get("Invocations.isParameterized[3]"))
        .contains("held.Invocations.isParameterized ([3]", ") opened 3 connections, allowed are 2");
    assertThat(results.get("Invocations.isRepeated[2]"))
        .contains("opened 2 connections, allowed is 1");
    assertThat(results.get("Invocations.makesTests[2]"))
        .contains("held.Invocations.makesTests (over) opened 2 connections, allowed is 1");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void shouldTellTestsApartThatRunAtTheSameTime(Jdk jdk, HeldTests.JUnit junit) {
    Finished run =
        java(jdk, tests(junit))
            .flags(
                "-Djunit.jupiter.execution.parallel.enabled=true",
                "-Djunit.jupiter.execution.parallel.mode.default=concurrent",
                "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=3")
            .main("held.Run", "Parallel")
            .run();
    Map<String, String> results = results(run);
    assertThat(passed(results, "Parallel")).containsExactlyInAnyOrder("one", "three");
    assertThat(results.get("Parallel.two")).contains("opened 201 connections, allowed are 200");
    assertThat(run.stdout()).contains("measured 199", "measured 200", "measured 201");
    assertThat(server.drain()).isEqualTo(600);
    assertThat(scopes(run))
        .isEqualTo(
            Map.of("held.Parallel#one", 200, "held.Parallel#two", 201, "held.Parallel#three", 199));
  }

  /** To measure changes no report: each connection belongs to the test's own method. */
  private static Map<String, Integer> scopes(Finished run) {
    Map<String, Integer> scopes = new TreeMap<>();
    for (JsonNode site : run.report().json().path("sites")) {
      for (JsonNode scope : site.path("scopes")) {
        scopes.merge(scope.path("name").asText(), scope.path("connections").asInt(), Integer::sum);
      }
    }
    return scopes;
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNotPassWhatCanNotBeTold(Jdk jdk) {
    Map<String, String> results = results(java(jdk, six).main("held.Run", "Elsewhere").run());
    assertThat(passed(results, "Elsewhere"))
        .containsExactlyInAnyOrder("isHeldEitherWay", "leavesThemOut");
    assertThat(results.get("Elsewhere.canNotBeTold"))
        .contains("opened 1 connection, allowed are 2 (@MaxConnections), and 2 more were opened")
        .contains("can't be told whether the limit held")
        .contains("at held.Client.connect(Client.java:");
    assertThat(results.get("Elsewhere.hasARateThatCanNotBeTold"))
        .contains("can't be told whether the limit held");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNotPassWhatWasLost(Jdk jdk) {
    Finished run = java(jdk, six).option("journal-limit", "2m").main("held.Run", "Flood").run();
    Map<String, String> results = results(run);
    assertThat(passed(results, "Flood")).isEmpty();
    assertThat(results.get("Flood.opensSome"))
        .containsAnyOf("events were lost", "not everything was measured");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldMeasureCode(Jdk jdk) {
    Finished run = java(jdk, six).main("held.Figures").run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.told("inner ")).isEqualTo("3 0");
    assertThat(run.told("outer ")).isEqualTo("10 4");
    assertThat(server.drain()).isEqualTo(9);
    assertThat(web.connections("GET /figures")).isEqualTo(1);
    assertThat(run.told("peak ")).isEqualTo("4");
    assertThat(run.told("failed ")).isEqualTo("1");
    assertThat(Double.parseDouble(run.told("rate "))).isBetween(1.0, 10.0);
    assertThat(run.told("sites "))
        .startsWith("[Site[site=held.Client.connect(Client.java:")
        .contains("connections=5", server.address(), "held.Figures.main(Figures.java:");
    assertThat(run.told("chains ")).contains("root=held.Figures#main", "avoidableCalls=1");
    assertThat(run.told("problems ")).isEqualTo("0");
    assertThat(run.told("result ")).isEqualTo("result 0");
    assertThat(run.told("threw ")).isEqualTo("its own");
    // Without measuring it would be the same report: no scope, and the chain on its thread.
    assertThat(scopes(run)).isEmpty();
    assertThat(run.report().json().path("chains").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSayHowToAttach(Jdk jdk) {
    Finished run = java(jdk, six).withoutAgent().main("held.Run", "Counts", "Calls").run();
    Map<String, String> results = results(run);
    assertThat(passed(results, "Counts")).containsExactly("isNotHeld");
    assertThat(results.get("Counts.opensNone"))
        .contains("held.Counts.opensNone: " + NOT_ATTACHED, "-javaagent:/path/to/churn-agent.jar")
        .doesNotContain("~");
    assertThat(results.get("Calls.fetchesDifferentThings")).contains(NOT_ATTACHED);
    assertThat(results.get("Counts.failsItself"))
        .startsWith("FAILED java.lang.IllegalStateException: its own");
    Finished code =
        java(jdk, six.with(SIX, AgentProcess.agentJar())).withoutAgent().main("held.Figures").run();
    assertThat(code.status()).isEqualTo(1);
    assertThat(code.stdout()).isEmpty();
    assertThat(String.join("\n", code.stderr()))
        .contains(NOT_ATTACHED, "-javaagent:" + AgentProcess.agentJar());
  }

  static Stream<Arguments> places() throws IOException {
    Path renamed = AgentProcess.newFolder().resolve("other-name.jar");
    Files.copy(AgentProcess.agentJar(), renamed);
    Path agent = AgentProcess.agentJar();
    Path api = AgentProcess.junitJar();
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, agent, List.of(agent)),
                    Arguments.of(jdk, agent, List.of(agent, api)),
                    Arguments.of(jdk, agent, List.of(api, agent)),
                    Arguments.of(jdk, renamed, List.of(api)),
                    Arguments.of(jdk, renamed, List.of(renamed))));
  }

  /** An annotation that is not found at run time would silently be without effect. */
  @ParameterizedTest
  @MethodSource("places")
  void shouldHoldWithTheAgentsJarOnTheClassPath(Jdk jdk, Path agent, List<Path> api) {
    HeldTests tests = HeldTests.compile(SIX, api.toArray(new Path[0]));
    Finished run = java(jdk, tests).agent(agent).main("held.Run", "OnClass", "Calls").run();
    Map<String, String> results = results(run);
    assertThat(run.report().isWhole()).isTrue();
    assertThat(results.get("OnClass.opensOneMore")).contains("opened 3 connections, allowed are 2");
    assertThat(results.get("Calls.fetchesTheSame")).contains("made 1 redundant call");
    assertThat(passed(results, "OnClass")).contains("opensAsManyAsAllowed", "hasItsOwnLimit");
    assertThat(passed(results, "Calls")).contains("fetchesDifferentThings");
    Finished without = java(jdk, tests).withoutAgent().main("held.Run", "OnClass").run();
    assertThat(passed(results(without), "OnClass")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldMeasureAfterAttaching(Jdk jdk) {
    try (AgentProcess program = java(jdk, six).withoutAgent().main("held.Waiting").start()) {
      program.awaitLine("refused ");
      Finished attach = AgentProcess.churn(jdk, "attach", program.pid());
      assertThat(attach.status()).as(attach::everything).isZero();
      program.send("go");
      Finished run = program.await();
      assertThat(run.told("refused ")).contains(NOT_ATTACHED);
      assertThat(run.toldNumber("direct ")).isEqualTo(3);
      assertThat(run.toldNumber("handed ")).isEqualTo(4);
      assertThat(server.drain()).isEqualTo(7);
    }
  }

  /** Thousands of measurements read the journal once; each costs about the same. */
  @Test
  void shouldNotCostMoreAndMore() {
    Finished run = java(Jdks.newest(), six).flags("-Xmx96m").main("held.Thousands", 1500).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.toldNumber("wrong ")).isZero();
    assertThat(server.drain()).isEqualTo(1500 * 2);
    for (String work : List.of("allocated ", "read ")) {
      // A million for what the JVM does now and then; the whole journal again were 80 times that.
      assertThat(Long.parseLong(run.told("last third " + work)))
          .as(run::everything)
          .isLessThan(Long.parseLong(run.told("middle third " + work)) / 4 * 5 + 1_000_000);
    }
  }

  /** The line of a test class that holds this. */
  private static int line(String file, String text) {
    try {
      List<String> lines = Files.readAllLines(Path.of("src/test/resources/held").resolve(file));
      return lines.indexOf(
              lines.stream().filter(each -> each.contains(text)).findFirst().orElseThrow())
          + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
