package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.Tenant;
import dev.churnagent.it.program.Unloading;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server undeploys can be collected, whoever was handed its work. */
class ClassLoaderLeakIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final int LOADERS = 3;

  /** Of one tenant. */
  private static final int CONNECTIONS = 11;

  private RawServer server;

  @BeforeEach
  void startServer() {
    server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** Or the program itself is at fault. */
  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeCollectedWithoutTheAgent(Jdk jdk) {
    assertNothingKept(run(AgentProcess.java(jdk).withoutAgent()));
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeCollected(Jdk jdk) {
    assertAllCounted(run(AgentProcess.java(jdk)));
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldBeCollectedWithScopesAndWatchedCalls(Jdk jdk) {
    String tenant = Tenant.class.getName();
    assertAllCounted(
        run(
            AgentProcess.java(jdk)
                .option("scope", tenant + "#use")
                .option("watch", tenant + "#open")));
  }

  private Finished run(AgentProcess.Builder builder) {
    return builder.main(Unloading.class, server.port(), LOADERS).run();
  }

  private static void assertNothingKept(Finished run) {
    assertThat(run.status()).as(run::everything).isZero();
    assertThat(run.toldNumber("kept ")).as("class loaders").isZero();
  }

  private void assertAllCounted(Finished run) {
    assertNothingKept(run);
    RunReport report = run.report();
    assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    assertThat(report.connections()).isEqualTo(LOADERS * CONNECTIONS);
    assertThat(server.accepted()).isEqualTo(LOADERS * CONNECTIONS);
  }
}
