package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.it.program.LongLived;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.KernelTable;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine's TIME_WAIT sockets, as the command line shows them. */
class TimeWaitIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What {@link LongLived} closes, by method, beside one in main. */
  private static final Map<String, Integer> CLOSED =
      Map.of("openedBefore", 3, "channelOpenedBefore", 3, "openedAfter", 4);

  @BeforeEach
  void needsLinux() {
    Requirement.linux();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNameCallSitesOfAJvmWithTheAgent(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
        AgentProcess target = AgentProcess.java(jdk).main(LongLived.class, server.port()).start()) {
      target.awaitLine("ready");
      target.send("go");
      target.awaitLine("done");

      // The peer's answer to the last close may be under way still. On a busy machine the kernel
      // now and then keeps no TIME_WAIT for one of the eleven, so its own table is the truth.
      JsonNode endpoint =
          Awaitility.await()
              .atMost(AgentProcess.PATIENCE)
              .until(
                  () -> endpoint(look(jdk), server),
                  found ->
                      timeWait(found) >= 8
                          && timeWait(found) == KernelTable.timeWaitTowards(server.port()));

      assertThat(endpoint.path("closedBy").asText()).isEqualTo("client");
      assertThat(endpoint.path("owners")).hasSize(1);
      JsonNode owner = endpoint.path("owners").get(0);
      assertThat(owner.path("pid").asLong()).isEqualTo(target.pid());
      assertThat(owner.path("knownBy").asText()).isEqualTo("journal");
      assertThat(owner.path("name").asText()).isEqualTo("java " + LongLived.class.getName());
      Map<String, Integer> sites = sites(owner);
      assertThat(sites.values().stream().mapToInt(count -> count).sum())
          .isEqualTo(timeWait(endpoint));
      CLOSED.forEach((method, most) -> assertThat(sites.remove(method)).isBetween(most - 2, most));
      // Only one: it may be the one that is missing.
      assertThat(sites.getOrDefault("main", 1)).isEqualTo(1);
      sites.remove("main");
      assertThat(sites).isEmpty();
      target.send("end");
      target.await();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRememberOwnersWhileWatchingAndEndBySignal(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
        AgentProcess target =
            AgentProcess.java(jdk).withoutAgent().main(LongLived.class, server.port()).start()) {
      target.awaitLine("ready");
      try (AgentProcess watch =
          AgentProcess.java(jdk)
              .withoutAgent()
              .jar(AgentProcess.agentJar(), "timewait", "--watch", "--json", "--interval", "0.2")
              .start()) {
        watch.awaitLine("{");
        target.send("go");
        target.awaitLine("done");
        String line =
            watch.awaitLine(
                text -> ownedBy(endpoint(parse(text), server), target.pid()) >= 4, "owner");
        JsonNode owner = ownerOf(endpoint(parse(line), server), target.pid());
        assertThat(owner.path("knownBy").asText()).isEqualTo("table");
        assertThat(owner.path("sites").get(0).path("site").isNull()).isTrue();

        // Ctrl-C is INT, which whoever starts the tests in the background makes their processes
        // ignore.
        watch.signal("TERM");
        Finished ended = watch.await();
        assertThat(ended.status()).as(ended::everything).isZero();
        assertThat(ended.stderr()).isEmpty();
        ended.stdout().forEach(TimeWaitIT::parse);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellWhatOneLookCantKnow(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
        AgentProcess target =
            AgentProcess.java(jdk).withoutAgent().main(LongLived.class, server.port()).start()) {
      target.awaitLine("ready");
      target.send("go");
      target.awaitLine("done");

      Finished shown = AgentProcess.churn(jdk, "timewait", "--top", "1000000");

      assertThat(shown.status()).as(shown::everything).isZero();
      assertThat(shown.stdout())
          .anyMatch(line -> line.matches(".* 127\\.0\\.0\\.1:" + server.port() + " +unknown +-"))
          .anyMatch(line -> line.endsWith("it closed before this command looked; use --watch"));
    }
  }

  private static JsonNode look(Jdk jdk) {
    Finished shown = AgentProcess.churn(jdk, "timewait", "--json", "--top", 1_000_000);
    assertThat(shown.status()).as(shown::everything).isZero();
    assertThat(shown.stdout()).hasSize(1);
    return parse(shown.stdout().get(0));
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static JsonNode endpoint(JsonNode shown, RawServer server) {
    for (JsonNode endpoint : shown.path("endpoints")) {
      if (endpoint.path("address").asText().equals("127.0.0.1:" + server.port())) {
        return endpoint;
      }
    }
    return JSON.nullNode();
  }

  private static int timeWait(JsonNode node) {
    return node.path("timeWait").asInt();
  }

  private static int ownedBy(JsonNode endpoint, long pid) {
    return timeWait(ownerOf(endpoint, pid));
  }

  private static JsonNode ownerOf(JsonNode endpoint, long pid) {
    for (JsonNode owner : endpoint.path("owners")) {
      if (owner.path("pid").asLong() == pid) {
        return owner;
      }
    }
    return JSON.nullNode();
  }

  /** Counts by method. */
  private static Map<String, Integer> sites(JsonNode owner) {
    Map<String, Integer> sites = new TreeMap<>();
    for (JsonNode site : owner.path("sites")) {
      String frame = site.path("site").asText();
      assertThat(frame).startsWith(LongLived.class.getName() + ".");
      String method = frame.substring(LongLived.class.getName().length() + 1, frame.indexOf('('));
      sites.merge(method, timeWait(site), Integer::sum);
    }
    return sites;
  }
}
