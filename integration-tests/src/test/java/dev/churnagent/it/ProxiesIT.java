package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.churnagent.it.fetch.FetchReport;
import dev.churnagent.it.fetch.wire.ProxiedHttp;
import dev.churnagent.it.fetch.wire.RawHttp;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RelayProxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests are seen through proxies as they are without; what opens the way is none. */
class ProxiesIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int TIMES = 3;

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeRequestsThroughASocksProxy(Jdk jdk) {
    List<String> ways =
        List.of("url", "url-tls", "okhttp", "okhttp-tls", "socket", "channel", "async");
    try (RelayProxy proxy = RelayProxy.start(false)) {
      Finished run = verify(jdk, proxy, ways);
      List<String> hosts = new ArrayList<>();
      run.report().json().path("endpoints").forEach(row -> hosts.add(row.path("host").asText()));
      assertThat(hosts).contains(ProxiedHttp.DEVICE, "localhost");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeRequestsAfterALogin(Jdk jdk) {
    try (RelayProxy proxy = RelayProxy.start(true)) {
      Finished run = verify(jdk, proxy, List.of("url", "url-tls", "socket"));
      assertThat(run.report().json().toString()).doesNotContain(RawHttp.SECRET);
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeRequestsThroughASocks4Proxy(Jdk jdk) {
    try (RelayProxy proxy = RelayProxy.start(false)) {
      verify(jdk, proxy, List.of("socks4"), "-DsocksProxyVersion=4");
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldSeeRequestsInsideAnHttpTunnel(Jdk jdk) {
    try (RelayProxy proxy = RelayProxy.start(false)) {
      verify(jdk, proxy, List.of("tunnel-url-tls", "tunnel-okhttp-tls", "tunnel-socket"));
    }
  }

  /** As many requests, in as many connections, as the servers saw, all by way of the proxy. */
  private static Finished verify(Jdk jdk, RelayProxy proxy, List<String> ways, String... flags) {
    try (FetchServer plain = FetchServer.start();
        FetchServer tls = FetchServer.startTls()) {
      Finished run =
          AgentProcess.java(jdk)
              .flags(flags)
              .main(
                  ProxiedHttp.class, String.join("+", ways), proxy.port(), plain.port(), tls.port())
              .run();
      assertThat(run.status()).as(run::everything).isZero();
      assertThat(run.programStderr()).as(run::everything).isEmpty();
      assertThat(run.stdout()).containsExactly("done");
      assertThat(run.report().isWhole()).as("%s", run.report().run()).isTrue();
      assertThat(run.report().run().path("notes")).as("no track was lost").isEmpty();
      FetchReport report = new FetchReport(run.report(), false);
      for (String way : ways) {
        verify(report, way.endsWith("-tls") ? tls : plain, way);
      }
      assertThat(FetchReport.sum(report.all("requests"), "calls"))
          .isEqualTo(plain.calls() + tls.calls());
      assertThat(run.report().connections())
          .isEqualTo(proxy.accepted())
          .isEqualTo(proxy.destinations().size());
      run.report()
          .json()
          .path("endpoints")
          .forEach(row -> assertThat(row.path("address").asText()).isEqualTo(proxy.address()));
      return run;
    }
  }

  private static void verify(FetchReport report, FetchServer server, String way) {
    String asked = "GET /" + way;
    String url =
        way.endsWith("-tls")
            ? "https://localhost:" + server.port()
            : "http://" + ProxiedHttp.DEVICE + ":" + server.port();
    List<JsonNode> rows =
        report.requests(row -> row.path("target").asText().equals("GET " + url + "/" + way));
    assertThat(server.calls(asked)).as(way).isEqualTo(TIMES);
    assertThat(rows).as(way).hasSize(1);
    assertThat(FetchReport.sum(rows, "calls")).as("calls of " + way).isEqualTo(TIMES);
    assertThat(FetchReport.sum(rows, "connections"))
        .as("connections of " + way)
        .isEqualTo(server.connections(asked))
        .isEqualTo(1);
    assertThat(rows.get(0).path("distinctResults").asInt()).as("results of " + way).isEqualTo(1);
  }
}
