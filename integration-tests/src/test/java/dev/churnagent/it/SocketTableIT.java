package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.program.CloseFirst;
import dev.churnagent.it.program.HoldOpen;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Forwarder;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.KernelTable;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report says of the kernel's table is what the kernel's table says. */
class SocketTableIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int CONNECTIONS = 2_000;
  private static final int FOREIGN = 50;
  private static final double TOLERANCE = 0.02;

  private static final int FIRST_RECORD = 4_096;
  private static final int SLOT = 32;
  private static final int HOPS_FOUND = 36;

  private RawServer server;

  @BeforeEach
  void startServer() {
    Requirement.linux();
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldTellWhatTheKernelHasAndWhoseItIs(Jdk jdk) {
    try (AgentProcess process =
        AgentProcess.java(jdk).main(CloseFirst.class, server.port(), CONNECTIONS, 3_000).start()) {
      process.awaitLine("closed");
      KernelTable.awaitClosed(server.port());
      int kernel = KernelTable.timeWaitTowards(server.port());
      connectFromAnotherProcess(jdk);
      process.send("");
      Finished run = process.await();
      assertThat(run.status()).as(run::everything).isZero();
      RunReport report = run.report();
      assertThat(report.isWhole()).as("%s", report.run()).isTrue();

      JsonNode observed = report.json().path("timeWait").path("observed");
      int peak = observed.path("peak").asInt(-1);
      int few = (int) (CONNECTIONS * TOLERANCE);
      assertThat(kernel).isBetween(CONNECTIONS * 8 / 10, CONNECTIONS);
      assertThat(peak).as("%s", observed).isBetween(kernel - few, kernel + few);
      assertThat(observed.path("modelled").asInt()).isBetween(peak - few, peak + few);
      assertThat(observed.path("difference").asInt())
          .isEqualTo(observed.path("modelled").asInt() - peak);
      assertThat(observed.path("looks").asInt()).isGreaterThanOrEqualTo(1);
      shouldNameSiteAndEndpoint(observed, peak);
      shouldTellOfTheOtherProcess(observed);
    }
  }

  private void connectFromAnotherProcess(Jdk jdk) {
    try (AgentProcess other =
        AgentProcess.java(jdk)
            .withoutAgent()
            .main(CloseFirst.class, server.port(), FOREIGN, 0)
            .start()) {
      other.awaitLine("closed");
      KernelTable.awaitClosed(server.port());
      other.send("");
      other.await();
    }
  }

  private void shouldNameSiteAndEndpoint(JsonNode observed, int peak) {
    JsonNode sites = observed.path("bySite");
    assertThat(sites).hasSize(1);
    assertThat(sites.path(0).path("site").asText()).contains("CloseFirst.closeFirst(");
    assertThat(sites.path(0).path("count").asInt()).isEqualTo(peak);
    JsonNode endpoints = observed.path("byEndpoint");
    assertThat(endpoints).hasSize(1);
    assertThat(endpoints.path(0).path("address").asText()).isEqualTo(address());
    assertThat(endpoints.path(0).path("count").asInt()).isEqualTo(peak);
  }

  /** Over loopback it may have taken over a few of the program's ports. */
  private void shouldTellOfTheOtherProcess(JsonNode observed) {
    int unexplained = 0;
    for (JsonNode row : observed.path("unexplained")) {
      unexplained += row.path("address").asText().equals(address()) ? row.path("count").asInt() : 0;
    }
    assertThat(unexplained).as("%s", observed).isBetween(FOREIGN / 2, FOREIGN);
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldFindAProxyOfThisMachine(Jdk jdk) throws IOException {
    try (Forwarder proxy = Forwarder.start(server.port());
        AgentProcess process =
            AgentProcess.java(jdk)
                .option("socket-table", "100ms")
                .option("run", "proxied")
                .main(HoldOpen.class, proxy.port())
                .start()) {
      process.awaitLine("connected");
      awaitRecord(process, HOPS_FOUND);
      process.send("");
      RunReport report = process.await().report();

      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      JsonNode own = report.json().path("timeWait").path("profiles").path(0);
      assertThat(own.path("hops").asInt()).as("%s", own).isEqualTo(2);
      assertThat(own.path("ports").asInt()).isEqualTo(ports());
    }
  }

  private static void awaitRecord(AgentProcess process, int type) throws IOException {
    Path journal = process.workingDirectory().resolve("churn-report/proxied/journal.churn");
    long deadline = System.nanoTime() + AgentProcess.PATIENCE.toNanos();
    while (!holds(Files.readAllBytes(journal), type)) {
      assertThat(System.nanoTime()).as("no record %s in the journal", type).isLessThan(deadline);
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static boolean holds(byte[] journal, int type) {
    for (int at = FIRST_RECORD; at < journal.length; at += SLOT) {
      if (journal[at + 4] == type && journal[at + 5] == 0 && journal[at + 7] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Without reserved ones. */
  private static int ports() throws IOException {
    Requirement.require(setting("ip_local_reserved_ports").isEmpty(), "no reserved ports");
    String[] ends = setting("ip_local_port_range").split("\t+");
    return Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
  }

  /** Not by {@code Files.readString}: the kernel gives such a file to one read only. */
  private static String setting(String name) throws IOException {
    try (InputStream in = new FileInputStream("/proc/sys/net/ipv4/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldNotReadTheTableWhereThatIsOff(Jdk jdk) {
    try (AgentProcess process =
        AgentProcess.java(jdk)
            .option("socket-table", "off")
            .main(CloseFirst.class, server.port(), 10, 0)
            .start()) {
      process.awaitLine("closed");
      process.send("");
      RunReport report = process.await().report();

      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      assertThat(report.json().path("timeWait").path("observed").isNull()).isTrue();
      assertThat(notes(report)).isEmpty();
    }
  }

  private static Stream<String> notes(RunReport report) {
    return Stream.of(report.run().path("notes"))
        .flatMap(notes -> Stream.iterate(0, i -> i < notes.size(), i -> i + 1).map(notes::get))
        .map(JsonNode::asText);
  }
}
