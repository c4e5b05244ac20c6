package dev.churnagent.it;

import static dev.churnagent.it.fetch.Expected.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.fetch.Expected;
import dev.churnagent.it.fetch.FetchReport;
import dev.churnagent.it.fetch.client.ClientKind;
import dev.churnagent.it.fetch.program.Shapes;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape of chain is found, and no near miss blamed, whatever the client and the wire. */
class FetchesIT {
  private static final String PROGRAM = Shapes.class.getPackageName();
  private static final String FLOW = PROGRAM + ".Flow#";
  private static final String FAN_OUT = PROGRAM + ".FanOut#";
  private static final String WATCH = PROGRAM + ".*Device#fetch";
  private static final String SCOPE =
      FLOW + "run*;" + FAN_OUT + "run*;" + PROGRAM + ".NearMisses#run*;" + PROGRAM + ".OwnServer#*";

  private static FetchServer plain;
  private static FetchServer tls;

  @BeforeAll
  static void startServers() {
    plain = FetchServer.start();
    tls = FetchServer.startTls();
  }

  @AfterAll
  static void stopServers() {
    plain.close();
    tls.close();
  }

  /** Whether the fetch is a watched method, or only what is seen on the wire. */
  enum Way {
    WIRE,
    WATCH
  }

  /** Each client on each JDK, plain and TLS, watched and not; half of what could be combined. */
  static Stream<Arguments> runs() {
    return Arrays.stream(ClientKind.values())
        .flatMap(
            kind ->
                kind.isSecure()
                    ? Stream.of(
                        Arguments.of(Jdks.oldest(), kind, "http", Way.WIRE),
                        Arguments.of(Jdks.oldest(), kind, "https", Way.WATCH),
                        Arguments.of(Jdks.newest(), kind, "https", Way.WIRE),
                        Arguments.of(Jdks.newest(), kind, "http", Way.WATCH))
                    : Stream.of(
                        Arguments.of(Jdks.oldest(), kind, "http", Way.WIRE),
                        Arguments.of(Jdks.newest(), kind, "http", Way.WIRE),
                        Arguments.of(Jdks.newest(), kind, "http", Way.WATCH)));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @MethodSource("runs")
  void shouldFindEachShapeAndBlameNoNearMiss(Jdk jdk, ClientKind kind, String scheme, Way way) {
    FetchServer server = scheme.equals("http") ? plain : tls;
    server.reset();
    Finished run = run(program(jdk, way).option("scope", SCOPE), kind, server);
    FetchReport report = new FetchReport(run.report(), way == Way.WATCH);
    report.verify(table(jdk, way), server);
    if (way == Way.WATCH) {
      verifyBeneath(report, server);
    } else {
      // The program's own server is the only one that is not ours.
      assertThat(FetchReport.sum(report.all("requests"), "calls")).isEqualTo(server.calls() + 1);
    }
    verifyOwnServer(report, run, way);
  }

  private static AgentProcess.Builder program(Jdk jdk, Way way) {
    AgentProcess.Builder program =
        AgentProcess.java(jdk)
            .option("app", PROGRAM + ".**")
            .flags("-Djava.util.concurrent.ForkJoinPool.common.parallelism=4");
    return way == Way.WATCH ? program.option("watch", WATCH) : program;
  }

  private static Finished run(AgentProcess.Builder program, ClientKind kind, FetchServer server) {
    Finished run = program.main(Shapes.class, kind, server.url()).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.programStderr()).as(run::everything).isEmpty();
    assertThat(run.stdout()).contains("done");
    return run;
  }

  private static List<Expected> table(Jdk jdk, Way way) {
    List<Expected> table = new ArrayList<>(shapes());
    if (jdk.feature() < 21) {
      table.removeIf(expected -> expected.toString().equals("GET /virtual"));
    }
    table.addAll(nearMisses());
    table.add(way == Way.WATCH ? of("/cached", 3) : of("POST", "/cached", 1));
    return table;
  }

  private static List<Expected> shapes() {
    return List.of(
        of("/sequence", 10)
            .chain("sequence", FLOW + "runSequence", steps("Steps"))
            .occurrences(2)
            .avoidable(8),
        of("/closing", 5).chain("sequence", FLOW + "runClosing", steps("Steps")).avoidable(4),
        of("/deep", 5).chain("sequence", FLOW + "runDeepSequence", steps("DeepSteps")).avoidable(4),
        of("/nested", 3)
            .chain(
                "nested",
                PROGRAM + ".NestedSteps#a",
                PROGRAM + ".NestedSteps#a",
                PROGRAM + ".NestedSteps#b",
                PROGRAM + ".NestedSteps#c")
            .avoidable(2),
        of("/loop", 5).chain("loop", FLOW + "runLoop").avoidable(4),
        of("/arguments", 5)
            .rows(5)
            .chain("loop", FLOW + "runDifferentArguments")
            .distinctArguments(5),
        of("POST", "/writes", 3)
            .chain(
                "sequence",
                FLOW + "runWrites",
                PROGRAM + ".Steps#postA",
                PROGRAM + ".Steps#postB",
                PROGRAM + ".Steps#postC"),
        of("/changed/until/3", 4)
            .results(2)
            .chain("sequence", FLOW + "runUntilTheAnswerChanged")
            .chainCalls(3)
            .avoidable(2),
        fanOut("/executor", "runExecutor", "run"),
        fanOut("/futures", "runCompletableFutures", "get"),
        fanOut("/parallel", "runParallelStream", "run"),
        fanOut("/threads", "runThreads", "run"),
        fanOut("/virtual", "runVirtualThreads", "run"));
  }

  private static Expected fanOut(String path, String root, String step) {
    return of(path, 3).chain("fan-out", FAN_OUT + root, PROGRAM + ".Fetching#" + step).avoidable(2);
  }

  private static String[] steps(String type) {
    return Stream.of("a", "b", "c", "d", "e")
        .map(step -> PROGRAM + "." + type + "#" + step)
        .toArray(String[]::new);
  }

  private static List<Expected> nearMisses() {
    return List.of(
        of("/waiting/until/4", 5).results(2).poll(),
        of("/polling", 6).poll(),
        of("/retried/fails/2", 3).failures(2).maybePoll(),
        of("/queries", 3).rows(3),
        of("POST", "/bodies", 3).rows(3),
        of("/scopes", 2),
        of("/written", 2),
        of("PUT", "/written", 1));
  }

  /** A fetch is told once: as the watched call, with the requests beneath it. */
  private static void verifyBeneath(FetchReport report, FetchServer server) {
    List<JsonNode> gets =
        report.requests(row -> row.path("target").asText().startsWith("GET " + server.url()));
    assertThat(gets).isEmpty();
    List<JsonNode> rows = report.watchedRows("#fetch", "/sequence");
    JsonNode beneath = rows.get(0).path("beneath");
    assertThat(beneath).as("%s", rows).hasSize(1);
    assertThat(beneath.get(0).path("target").asText())
        .isEqualTo("GET " + server.url() + "/sequence");
    assertThat(beneath.get(0).path("calls").asInt()).isEqualTo(server.calls("GET /sequence"));
  }

  /** Refused, then answered: a retry; and what its server reads and writes is no fetch. */
  private static void verifyOwnServer(FetchReport report, Finished run, Way way) {
    String target = "GET http://127.0.0.1:" + run.told("own server:") + "/own";
    List<JsonNode> rows =
        way == Way.WATCH
            ? report.watchedRows("#fetch", "/own")
            : report.requests(row -> row.path("target").asText().equals(target));
    assertThat(rows).as("%s", rows).hasSize(1);
    assertThat(rows.get(0).path("calls").asInt()).isEqualTo(way == Way.WATCH ? 2 : 1);
    assertThat(rows.get(0).path("failures").asInt()).isEqualTo(way == Way.WATCH ? 1 : 0);
    assertThat(run.toldNumber("own requests:")).isEqualTo(1);
    assertThat(report.requests(row -> row.path("target").asText().contains("/own")))
        .hasSize(way == Way.WATCH ? 0 : 1);
  }

  static Stream<Arguments> runsWithoutScope() {
    return Stream.of(
        Arguments.of(Jdks.oldest(), ClientKind.URL_CONNECTION, Way.WATCH),
        Arguments.of(Jdks.newest(), ClientKind.JDK, Way.WIRE));
  }

  /** Then a thread is one: what two scopes kept apart is a repeat. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("runsWithoutScope")
  void shouldCompareWithinOneThreadWithoutScopes(Jdk jdk, ClientKind kind, Way way) {
    plain.reset();
    FetchReport report =
        new FetchReport(run(program(jdk, way), kind, plain).report(), way == Way.WATCH);
    assertThat(report.report().isWhole()).as("%s", report.report().run()).isTrue();
    assertThat(avoidable(report, "/sequence")).isEqualTo(9);
    assertThat(avoidable(report, "/nested")).isEqualTo(2);
    assertThat(avoidable(report, "/loop")).isEqualTo(4);
    assertThat(avoidable(report, "/changed/until/3")).isEqualTo(2);
    assertThat(avoidable(report, "/scopes")).isEqualTo(1);
    for (String nearMiss : List.of("/waiting/until/4", "/polling", "/queries", "/written")) {
      assertThat(avoidable(report, nearMiss)).as(nearMiss).isZero();
    }
  }

  private static int avoidable(FetchReport report, String path) {
    List<JsonNode> rows =
        report.watched()
            ? report.watchedRows("#fetch", path)
            : report.requests(
                row -> row.path("target").asText().equals("GET " + plain.url() + path));
    assertThat(rows).as(path).isNotEmpty();
    List<String> ids = rows.stream().map(row -> row.path("id").asText()).toList();
    return FetchReport.sum(
        report.all("chains").stream()
            .filter(chain -> ids.contains(chain.path("request").asText()))
            .toList(),
        "avoidableCalls");
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldLookAtNoWireWhenToldNotTo(Jdk jdk) {
    plain.reset();
    Finished run =
        run(program(jdk, Way.WIRE).option("http", false), ClientKind.URL_CONNECTION, plain);
    assertThat(run.report().isWhole()).isTrue();
    // Not known, which is not none.
    JsonNode json = run.report().json();
    assertThat(json.path("requests").isNull()).as("%s", json).isTrue();
    assertThat(json.path("chains").isNull()).isTrue();
    assertThat(json.path("polls").isNull()).isTrue();
  }
}
