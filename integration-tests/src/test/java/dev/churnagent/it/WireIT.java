package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.fetch.FetchReport;
import dev.churnagent.it.fetch.wire.Http2;
import dev.churnagent.it.fetch.wire.NotHttp;
import dev.churnagent.it.fetch.wire.PipeKind;
import dev.churnagent.it.fetch.wire.RawHttp;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests on the wire are counted as the server counts them, whatever carries their bytes. */
class WireIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";

  /**
   * What is asked over each kind of pipe.
   *
   * @param rows different queries or bodies
   * @param results different known answers in each row
   */
  private record Asked(String method, String path, int calls, int rows, int results) {
    Asked(String method, String path, int calls) {
      this(method, path, calls, 1, 1);
    }
  }

  private static final List<Asked> ASKED =
      List.of(
          new Asked("GET", "/kept", 3),
          new Asked("GET", "/pipelined-1", 2),
          new Asked("GET", "/pipelined-2", 1),
          new Asked("HEAD", "/head", 2),
          new Asked("GET", "/after-head", 1),
          new Asked("GET", "/long", 1),
          new Asked("GET", "/absolute", 1),
          new Asked("OPTIONS", "/options", 1),
          new Asked("GET", "/after-all", 1),
          new Asked("POST", "/chunked-body", 3),
          new Asked("PUT", "/continued", 2),
          new Asked("GET", "/chunked", 3),
          new Asked("GET", "/after-bodies", 1),
          new Asked("GET", "/status/204", 2),
          new Asked("GET", "/status/304", 2),
          new Asked("GET", "/after-empty", 1),
          new Asked("GET", "/unlimited", 2),
          new Asked("GET", "/abandoned", 2, 1, 0),
          new Asked("GET", "/secrets", 3, 2, 1),
          new Asked("POST", "/login", 1));

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountWhatTheServerCounts(Jdk jdk) throws IOException {
    try (FetchServer plain = FetchServer.start();
        FetchServer tls = FetchServer.startTls()) {
      Finished run = run(jdk, RawHttp.class, plain.port(), tls.port());
      assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
      FetchReport report = new FetchReport(run.report(), false);
      for (PipeKind kind : PipeKind.values()) {
        FetchServer server = kind == PipeKind.TLS ? tls : plain;
        for (Asked asked : ASKED) {
          verify(report, server, kind, asked);
        }
        assertThat(rows(report, "GET " + server.url() + "/" + kind + "/in-a-frame")).isEmpty();
      }
      shouldHoldNoSecret(run);
      JsonNode secrets = rows(report, "GET " + plain.url() + "/SOCKET/secrets").get(0);
      assertThat(secrets.path("arguments").asText())
          .contains("user=visible")
          .contains("access_token");
    }
  }

  private static void verify(FetchReport report, FetchServer server, PipeKind kind, Asked asked) {
    String path = "/" + kind + asked.path();
    String counted = asked.method() + " " + path;
    List<JsonNode> rows = rows(report, asked.method() + " " + server.url() + path);
    String what = kind + " " + asked + ": " + rows;
    assertThat(server.calls(counted)).as("the table: " + what).isEqualTo(asked.calls());
    assertThat(rows).as(what).hasSize(asked.rows());
    assertThat(FetchReport.sum(rows, "calls")).as("calls of " + what).isEqualTo(asked.calls());
    assertThat(FetchReport.sum(rows, "connections"))
        .as("connections of " + what)
        .isEqualTo(server.connections(counted));
    assertThat(rows)
        .as("results of " + what)
        .allMatch(row -> row.path("distinctResults").asInt() == asked.results());
  }

  private static List<JsonNode> rows(FetchReport report, String target) {
    return report.requests(row -> row.path("target").asText().equals(target));
  }

  /** Neither in what is written for people nor in what is written for machines. */
  private static void shouldHoldNoSecret(Finished run) throws IOException {
    try (Stream<Path> files = Files.walk(run.output())) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).hasSizeGreaterThanOrEqualTo(3);
      for (Path file : written) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(RawHttp.SECRET)).as("a secret in " + file).isFalse();
      }
    }
    assertThat(run.everything()).doesNotContain(RawHttp.SECRET);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldLeaveAloneWhatIsNotHttp(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      Finished run = run(jdk, NotHttp.class, server.port());
      assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
      assertThat(run.report().connections()).isEqualTo(server.drain());
      assertThat(new FetchReport(run.report(), false).all("requests")).isEmpty();
    }
  }

  /** It is not looked into, which the report says. */
  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSayThatItDoesNotReadHttp2(Jdk jdk) {
    try (FetchServer server = FetchServer.start()) {
      Finished run = run(jdk, Http2.class, server.port());
      assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
      assertThat(run.report().run().path("notes")).hasSize(1);
      assertThat(run.report().run().path("notes").get(0).asText()).contains("HTTP/2");
      FetchReport report = new FetchReport(run.report(), false);
      assertThat(report.all("requests")).hasSize(1);
      assertThat(rows(report, "GET " + server.url() + "/after")).hasSize(1);
    }
  }

  private static Finished run(Jdk jdk, Class<?> program, Object... arguments) {
    Finished run = AgentProcess.java(jdk).main(program, arguments).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.programStderr()).as(run::everything).isEmpty();
    assertThat(run.stdout()).containsExactly("done");
    return run;
  }
}
