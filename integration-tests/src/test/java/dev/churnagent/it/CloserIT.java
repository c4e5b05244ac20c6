package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.clients.Closers;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RawServer.Mode;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import dev.churnagent.it.support.ScriptedPeer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who closed a connection, if that was somebody else than who opened it. */
class CloserIT {
  private static final int TIMES = 3;

  @BeforeAll
  static void needProc() {
    Requirement.linux();
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldTellWhoClosedWhatOthersOpened(Jdk jdk) {
    try (ScriptedPeer peer = ScriptedPeer.start();
        RawServer http = RawServer.start(Mode.HTTP_KEEP_ALIVE)) {
      Finished run =
          AgentProcess.java(jdk)
              .main(
                  Closers.class,
                  call("byItself", peer.port()),
                  call("byItsTask", peer.port()),
                  call("byReaper", peer.port()),
                  call("byHandedTask", peer.port()),
                  call("byCollector", peer.port()),
                  call("byPool", http.port()))
              .run();
      assertThat(run.status()).as(run::everything).isZero();
      RunReport report = run.report();
      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      assertThat(report.total("closed")).isEqualTo(6 * TIMES);

      assertThat(closedBy(report, "byItself")).isEmpty();
      assertThat(closedBy(report, "openedInTask")).isEmpty();
      assertCloser(closedBy(report, "byReaper"), "application", Closers.class.getName() + ".close");
      assertCloser(
          closedBy(report, "byHandedTask"), "application", Closers.class.getName() + ".close");
      assertCloser(closedBy(report, "forgotten"), "garbage-collection", "");
      JsonNode byPool = closedBy(report, "byPool");
      assertCloser(byPool, "library", "okhttp3.");
      assertThat(byPool.get(0).path("library").path("name").asText()).isEqualTo("OkHttp");
      JsonNode library = report.site("byPool").path("library");
      assertThat(library.path("name").asText()).isEqualTo("OkHttp");
      assertThat(library.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(report.site("byItself").path("library").isNull()).isTrue();
      assertThat(String.join("\n", run.agentStderr())).contains("by garbage collection");
    }
  }

  private static String call(String method, int port) {
    return method + ":" + port + ":" + TIMES;
  }

  private static JsonNode closedBy(RunReport report, String method) {
    return report.site(method).path("closedBy");
  }

  private static void assertCloser(JsonNode closers, String kind, String site) {
    assertThat(closers).as("%s", closers).hasSize(1);
    JsonNode closer = closers.get(0);
    assertThat(closer.path("kind").asText()).as("%s", closer).isEqualTo(kind);
    assertThat(closer.path("site").asText()).startsWith(site);
    assertThat(RunReport.number(closer, "connections")).as("%s", closer).isEqualTo(TIMES);
  }
}
