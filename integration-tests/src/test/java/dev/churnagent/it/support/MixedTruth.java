package dev.churnagent.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a run of the program Mixed must have, under whatever circumstances. */
public final class MixedTruth {
  /** The methods that connect. */
  public static final List<String> METHODS =
      List.of("bySocket", "byChannel", "byAdaptor", "nonBlocking", "asynchronous", "deepest");

  private MixedTruth() {}

  /** Exact counts by site, all closed, nothing lost, stdout as the program wrote it. */
  public static void verify(Finished run, RawServer server, int times) {
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.stdout()).containsExactly("done");
    RunReport report = run.report();
    assertThat(report.degraded()).isEmpty();
    assertThat(report.isWhole()).isTrue();
    for (String method : METHODS) {
      assertThat(report.connections(method)).as(method).isEqualTo(times);
      assertThat(report.site(method).path("kind").asText()).as(method).isEqualTo("application");
    }
    assertThat(RunReport.number(report.site("refused"), "failed")).isEqualTo(times);
    assertThat(report.connections()).isEqualTo(METHODS.size() * times).isEqualTo(server.drain());
    assertThat(report.total("closed")).isEqualTo(report.connections());
    assertThat(report.total("openAtEnd")).isZero();
  }
}
