package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.clients.CloseCases;
import dev.churnagent.it.clients.Forgotten;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Isolation;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.PeerProcess;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who closed first, for each way of closing and each class that can: as the kernel has it. */
class CloseIT {
  /** Each case and who closes first in it. */
  private static final Map<String, String> CASES = new LinkedHashMap<>();

  static {
    CASES.put("closed", "local");
    CASES.put("readToEnd", "peer");
    CASES.put("endUnread", "peer");
    CASES.put("lingerZero", "reset");
    CASES.put("peerReset", "reset");
    CASES.put("peerResetRead", "reset");
    CASES.put("dataUnread", "reset");
    CASES.put("halfClosedByUs", "local");
    CASES.put("halfClosedByPeer", "peer");
    CASES.put("closedTwice", "local");
    CASES.put("closedByStreams", "local");
    CASES.put("closedDuringRead", "local");
    CASES.put("livedLonger", "local");
  }

  private static Isolation isolation;
  private static PeerProcess peer;

  private enum Kind {
    SOCKET,
    ADAPTOR,
    BLOCKING_CHANNEL,
    NON_BLOCKING_CHANNEL,
    ASYNC_CHANNEL,
    VIRTUAL_SOCKET,
    VIRTUAL_CHANNEL;

    /** The cases that it has. */
    Map<String, String> cases() {
      Map<String, String> cases = new LinkedHashMap<>(CASES);
      if (this == ASYNC_CHANNEL) {
        // The JDK has no such option there.
        cases.remove("lingerZero");
      }
      return cases;
    }

    boolean existsOn(Jdk jdk) {
      return jdk.feature() >= 21 || !name().startsWith("VIRTUAL");
    }
  }

  private static Stream<Arguments> kindsOnJdks() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(Kind.values())
                    .filter(kind -> kind.existsOn(jdk))
                    .map(kind -> Arguments.of(kind, jdk)));
  }

  /** Apart from the machine's other traffic, which could fill the kernel's TIME_WAIT table. */
  @BeforeAll
  static void startPeer() {
    Requirement.linux();
    isolation = Isolation.ifAllowed();
    peer = PeerProcess.start(isolation);
  }

  @AfterAll
  static void stopPeer() {
    if (peer != null) {
      peer.close();
    }
    if (isolation != null) {
      isolation.close();
    }
  }

  @ParameterizedTest
  @MethodSource("kindsOnJdks")
  void shouldTellWhoClosedFirstAsTheKernelDoes(Kind kind, Jdk jdk) {
    int before = peer.accepted();
    Finished run = run(jdk, CloseCases.class, kind, peer.port());
    RunReport report = run.report();

    Map<String, String> kernel = new LinkedHashMap<>();
    Map<String, String> reported = new LinkedHashMap<>();
    for (String method : kind.cases().keySet()) {
      kernel.put(method, run.told(method + ":"));
      reported.put(method, closedFirst(report.site(method)));
    }
    assertThat(kernel).as("the kernel").isEqualTo(kind.cases());
    assertThat(reported).as("the report").isEqualTo(kind.cases());

    JsonNode kept = report.site("keptOpen");
    assertThat(RunReport.number(kept, "openAtEnd")).isEqualTo(1);
    assertThat(RunReport.number(kept, "closed")).isZero();
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    assertThat(report.connections())
        .isEqualTo(peer.accepted() - before)
        .isEqualTo(reported.size() + 1);
    assertThat(report.total("closed")).isEqualTo(reported.size());
    assertThat(report.total("openAtEnd")).isEqualTo(1);
    assertThat(report.total("peakOpen")).isEqualTo(1);
    assertThat(report.total("failed") + report.total("abandoned")).isZero();
    assertThatLifetimeIsPlausible(run);
  }

  /**
   * {@code Socket} and a registered channel send a FIN before they close the descriptor. If the
   * peer's own end is complete by then, unread data no longer makes the close a reset.
   */
  @ParameterizedTest
  @MethodSource("kindsOnJdks")
  void shouldAgreeWithTheKernelAboutUnreadData(Kind kind, Jdk jdk) {
    Finished run = run(jdk, CloseCases.class, kind, peer.port(), "unread");

    String settled = "dataAndEndUnread";
    assertThat(reported(run, settled)).isEqualTo(kernel(run, settled)).isNotEmpty();

    // Here the peer's answer to our FIN races with our close, and may come after the last look that
    // is possible. So a reset may be told that was none; but never the other way round.
    String racing = "dataUnreadByPeerThatAnswers";
    Map<String, Integer> kernel = kernel(run, racing);
    Map<String, Integer> reported = reported(run, racing);
    assertThat(reported.keySet()).isSubsetOf("local", "reset");
    assertThat(sum(reported)).isEqualTo(sum(kernel)).isPositive();
    assertThat(reported.getOrDefault("local", 0))
        .isLessThanOrEqualTo(kernel.getOrDefault("local", 0));
  }

  private static Map<String, Integer> kernel(Finished run, String method) {
    Map<String, Integer> counts = new TreeMap<>();
    String prefix = method + ": ";
    run.stdout().stream()
        .filter(line -> line.startsWith(prefix))
        .forEach(line -> counts.merge(line.substring(prefix.length()), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> reported(Finished run, String method) {
    Map<String, Integer> counts = new TreeMap<>();
    JsonNode told = run.report().site(method).path("closedFirst");
    for (String first : List.of("local", "peer", "reset", "unknown")) {
      if (RunReport.number(told, first) > 0) {
        counts.put(first, RunReport.number(told, first));
      }
    }
    return counts;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Finished run(Jdk jdk, Class<?> main, Object... arguments) {
    Finished run =
        AgentProcess.java(jdk)
            .prefix(isolation.prefix())
            .option("app", main.getName())
            .main(main, arguments)
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    return run;
  }

  private static void assertThatLifetimeIsPlausible(Finished run) {
    JsonNode lifetime = run.report().site("livedLonger").path("lifetimeMillis");
    double least = run.toldNumber("least millis:");
    double most = run.toldNumber("most millis:");
    for (String name : new String[] {"p50", "p90", "p99", "max"}) {
      assertThat(lifetime.path(name).doubleValue())
          .as("%s of %s", name, lifetime)
          .isBetween(least * 0.99 - 1, most * 1.01 + 1);
    }
  }

  /** All kinds with a count, which must be the only one. */
  private static String closedFirst(JsonNode site) {
    assertThat(RunReport.number(site, "connections")).as("%s", site).isEqualTo(1);
    assertThat(RunReport.number(site, "closed")).as("%s", site).isEqualTo(1);
    StringBuilder kinds = new StringBuilder();
    for (String kind : new String[] {"local", "peer", "reset", "unknown"}) {
      for (int i = RunReport.number(site.path("closedFirst"), kind); i > 0; i--) {
        kinds.append(kinds.isEmpty() ? "" : "+").append(kind);
      }
    }
    return kinds.toString();
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldTellCloseByGarbageCollectionAndNothingOfNeverConnected(Jdk jdk) {
    int before = peer.accepted();
    Finished run = run(jdk, Forgotten.class, peer.port());
    assertThat(run.stdout()).containsExactly("dropped: local", "dropped: local", "dropped: local");
    RunReport report = run.report();
    JsonNode dropped = report.site("dropped");
    assertThat(report.sites("neverConnected")).isEmpty();
    assertThat(report.connections()).isEqualTo(peer.accepted() - before).isEqualTo(3);
    assertThat(RunReport.number(dropped.path("closedFirst"), "local")).isEqualTo(3);
    assertThat(report.total("closed")).isEqualTo(3);
    assertThat(report.total("openAtEnd")).isZero();
  }
}
