package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.fetch.FetchReport;
import dev.churnagent.it.fetch.watched.WatchedKinds;
import dev.churnagent.it.fetch.watched.WatchedValues;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of every kind can be watched, with arguments of every kind. */
class WatchedMethodsIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String PROGRAM = WatchedKinds.class.getPackageName();

  private static final String PATTERNS =
      String.join(
          ";",
          PROGRAM + ".Source#load*",
          PROGRAM + ".Base#load*",
          PROGRAM + ".Kinds#overloaded",
          PROGRAM + ".Kinds#recursive",
          PROGRAM + ".Kinds#ofClass",
          PROGRAM + ".Kinds#hidden",
          PROGRAM + ".Kinds#failing*",
          PROGRAM + ".Kinds#later",
          PROGRAM + ".Kinds#nothing",
          PROGRAM + ".Kinds#number",
          PROGRAM + ".Kinds#changing");

  /** The method, the label among its arguments, what the server was asked, calls that fail. */
  private record Kind(String method, String label, String path, int failures, int results) {
    Kind(String method, String label) {
      this(method, label, "/" + label, 0, 1);
    }
  }

  /** Each is called twice and asks the server once each time. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("#load", "interface"),
          new Kind("#load", "4711", "/number-4711", 0, 1),
          new Kind("#loadDefault", "inherited"),
          new Kind("#loadDefault", "default", "/overridden-default", 0, 1),
          new Kind("#load", "decorated"),
          new Kind("#load", "super-call"),
          new Kind("#load", "superclass"),
          new Kind("#loadAbstract", "abstract"),
          new Kind("#overloaded", "overload-1"),
          new Kind("#overloaded", "overload-2", "/overload-27", 0, 1),
          new Kind("#recursive", "recursion"),
          new Kind("#ofClass", "static"),
          new Kind("#hidden", "private"),
          new Kind("#number", "primitive"),
          new Kind("#nothing", "void"),
          new Kind("#failing", "failing", "/failing", 2, 0),
          new Kind("#later", "stage"),
          new Kind("#failingLater", "failing-stage", "/failing-stage", 2, 0));

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountEachCallOnceWhateverTheMethodIs(Jdk jdk) {
    try (FetchServer server = FetchServer.start()) {
      Finished run =
          AgentProcess.java(jdk)
              .option("watch", PATTERNS)
              .option("app", PROGRAM + ".**")
              .main(WatchedKinds.class, server.url())
              .run();
      FetchReport report = succeeded(run);
      for (Kind kind : KINDS) {
        verify(kind, report, server);
      }
      // Its two answers are arguments, too: two requests.
      List<JsonNode> changing = rows(report, "#changing", "changing");
      assertThat(changing).allMatch(row -> row.path("calls").asInt() == 1).hasSize(2);
    }
  }

  private static void verify(Kind kind, FetchReport report, FetchServer server) {
    JsonNode row = onlyRow(report, kind.method(), kind.label());
    String what = kind + ": " + row;
    int asked = server.calls("GET " + kind.path());
    assertThat(asked).as("the table: " + what).isEqualTo(2);
    assertThat(row.path("calls").asInt()).as(what).isEqualTo(asked);
    assertThat(row.path("failures").asInt()).as(what).isEqualTo(kind.failures());
    assertThat(row.path("distinctResults").asInt()).as(what).isEqualTo(kind.results());
    JsonNode beneath = row.path("beneath");
    assertThat(beneath).as(what).hasSize(1);
    assertThat(beneath.get(0).path("target").asText())
        .as(what)
        .isEqualTo("GET " + server.url() + kind.path());
    assertThat(beneath.get(0).path("calls").asInt()).as(what).isEqualTo(asked);
  }

  /** Of each: a value, an equal one, another one. */
  private static final List<String> BY_VALUE =
      List.of(
          "integer",
          "long",
          "double",
          "float",
          "short",
          "byte",
          "character",
          "boolean",
          "string",
          "unicode",
          "enum",
          "null",
          "record",
          "ints",
          "nested-array",
          "strings",
          "uuid",
          "decimal",
          "optional",
          "class",
          "array-list",
          "linked-list",
          "list-of",
          "as-list",
          "empty-or-not",
          "hash-set",
          "set-of",
          "enum-set",
          "hash-map",
          "map-of",
          "linked-map",
          "unmodifiable",
          "singleton",
          "set-order",
          "thing",
          "thing-in-list",
          "thing-in-array",
          "thing-as-value",
          "thing-in-optional");

  /** Kept apart only by who they are. */
  private static final List<String> BY_IDENTITY = List.of("identity");

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellArgumentsByValueAndCallNothingOfTheApplication(Jdk jdk) {
    try (FetchServer server = FetchServer.start()) {
      Finished run =
          AgentProcess.java(jdk)
              .option("watch", PROGRAM + ".Values#*")
              .option("app", PROGRAM + ".**")
              .main(WatchedValues.class, server.url())
              .run();
      FetchReport report = succeeded(run);
      for (String label : BY_VALUE) {
        verifyValues(report, "#take", label);
      }
      for (String label : BY_IDENTITY) {
        verifyValues(report, "#take", label);
      }
      verifyValues(report, "#takePrimitives", "primitives");
      for (String label : List.of("unreadable", "thing-as-key", "cyclic", "deep", "large")) {
        assertThat(labelled(report, "#take", label)).as(label).isNotEmpty();
      }
      assertThat(FetchReport.sum(labelled(report, "#take", "large"), "calls")).isEqualTo(6);
    }
  }

  /** Three calls of which only the second repeats one. Texts are short, so rows may be one. */
  private static void verifyValues(FetchReport report, String method, String label) {
    List<JsonNode> rows = labelled(report, method, label);
    assertThat(FetchReport.sum(rows, "calls")).as("calls of %s: %s", label, rows).isEqualTo(3);
    assertThat(FetchReport.sum(rows, "avoidableCalls"))
        .as("avoidable calls of %s: %s", label, rows)
        .isEqualTo(1);
  }

  private static List<JsonNode> labelled(FetchReport report, String method, String label) {
    return report.requests(
        row ->
            row.path("target").asText().endsWith(method)
                && row.path("arguments").asText().startsWith("\"" + label + "\""));
  }

  private static FetchReport succeeded(Finished run) {
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.programStderr()).as(run::everything).isEmpty();
    assertThat(run.stdout()).containsExactly("done");
    assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
    return new FetchReport(run.report(), true);
  }

  private static List<JsonNode> rows(FetchReport report, String method, String label) {
    return report.watchedRows(method, label);
  }

  private static JsonNode onlyRow(FetchReport report, String method, String label) {
    List<JsonNode> rows = rows(report, method, label);
    assertThat(rows).as("%s %s among %s", method, label, report.all("requests")).hasSize(1);
    return rows.get(0);
  }
}
