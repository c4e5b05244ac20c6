package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.clients.ApacheClients;
import dev.churnagent.it.clients.JdkHttpClients;
import dev.churnagent.it.clients.OkHttpClients;
import dev.churnagent.it.clients.UrlConnections;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RawServer.Mode;
import dev.churnagent.it.support.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why real clients open so many connections, as far as the report says so. */
class CausesIT {
  private static final int TIMES = 10;

  static Stream<Arguments> clients() {
    return dev.churnagent.it.support.Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, JdkHttpClients.class, "HttpClient"),
                    Arguments.of(jdk, OkHttpClients.class, "OkHttpClient's connection pool"),
                    Arguments.of(jdk, ApacheClients.class, "HttpClient's connection manager")));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void shouldTellThatEachRequestBuildsAClient(Jdk jdk, Class<?> program, String kind) {
    try (RawServer server = RawServer.start(Mode.HTTP_KEEP_ALIVE)) {
      RunReport report = run(jdk, program, "newClientForEachRequest", server, TIMES);

      JsonNode clients = report.json().at("/sites/0/clients");
      assertThat(clients).as("%s", report.json().path("sites")).hasSize(1);
      assertThat(clients.get(0).path("kind").asText()).isEqualTo(kind);
      assertThat(clients.get(0).path("objects").asInt()).isEqualTo(TIMES);
      assertThat(clients.get(0).path("builtAt").asText())
          .startsWith(program.getName() + ".newClient");
      assertThat(causes(report))
          .singleElement()
          .asString()
          .startsWith(TIMES + " connections by " + TIMES + " client objects (" + kind + "), all");
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void shouldSayNothingOfASharedClient(Jdk jdk, Class<?> program, String kind) {
    try (RawServer server = RawServer.start(Mode.HTTP_CLOSE)) {
      RunReport report = run(jdk, program, "sharedClient", server, TIMES);

      assertThat(report.json().at("/sites/0/clients/0/objects").asInt()).isEqualTo(1);
      assertThat(report.json().at("/sites/0/clients/0/connections").asInt()).isEqualTo(TIMES);
      assertThat(causes(report)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldTellOfBodiesThatWereNotRead(Jdk jdk) {
    try (RawServer server = RawServer.start(Mode.HTTP_KEEP_ALIVE)) {
      RunReport report = run(jdk, UrlConnections.class, "statusOnly", server, 2 * TIMES);

      assertThat(report.json().at("/sites/0/library/name").asText()).isEqualTo("HttpURLConnection");
      assertThat(causes(report))
          .singleElement()
          .asString()
          .startsWith("response bodies not read to their end, or not closed: ");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldSayNothingOfBodiesThatWereRead(Jdk jdk) {
    try (RawServer server = RawServer.start(Mode.HTTP_CLOSE)) {
      assertThat(causes(run(jdk, UrlConnections.class, "bodyReadAndClosed", server, 2 * TIMES)))
          .isEmpty();
    }
  }

  static Stream<Arguments> clientsThatCloseEarly() {
    return dev.churnagent.it.support.Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                        JdkHttpClients.class,
                        OkHttpClients.class,
                        ApacheClients.class,
                        UrlConnections.class)
                    .map(program -> Arguments.of(jdk, program)));
  }

  @ParameterizedTest
  @MethodSource("clientsThatCloseEarly")
  void shouldTellOfResponsesThatWereClosedEarly(Jdk jdk, Class<?> program) {
    try (RawServer server = RawServer.start(Mode.HTTP_UNFINISHED)) {
      RunReport report = run(jdk, program, "closedEarly", server, TIMES);

      assertThat(report.json().at("/sites/0/method").asText()).isEqualTo("closedEarly");
      assertThat(report.json().at("/sites/0/unreadAnswers").asInt()).isEqualTo(TIMES);
      assertThat(causes(report))
          .singleElement()
          .asString()
          .startsWith(TIMES + " responses not read to their end");
    }
  }

  private static RunReport run(
      Jdk jdk, Class<?> program, String method, RawServer server, int times) {
    Finished run =
        AgentProcess.java(jdk).main(program, method + ":" + server.port() + ":" + times).run();
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
    return run.report();
  }

  private static List<String> causes(RunReport report) {
    List<String> causes = new ArrayList<>();
    for (JsonNode site : report.json().path("sites")) {
      site.path("causes").forEach(cause -> causes.add(cause.asText()));
    }
    return causes;
  }
}
