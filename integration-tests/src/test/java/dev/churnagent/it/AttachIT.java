package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.LongLived;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recording that starts in a JVM that already runs. */
class AttachIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCountFromTheAttachOn(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST);
        AgentProcess target =
            AgentProcess.java(jdk)
                .withoutAgent()
                .flags(jdk.feature() > 20 ? "-XX:+EnableDynamicAgentLoading" : "-showversion")
                .main(LongLived.class, server.port())
                .start()) {
      target.awaitLine("ready");
      int linesBefore = target.stderrLines().size();
      Finished attach = AgentProcess.churn(jdk, "attach", target.pid(), "formats=json");
      assertThat(attach.status()).as(attach::everything).isZero();
      assertThat(attach.stderr()).isEmpty();
      assertThat(target.stderrLines()).hasSize(linesBefore);

      Finished again = AgentProcess.churn(jdk, "attach", target.pid());
      assertThat(again.status()).as(again::everything).isEqualTo(2);
      assertThat(again.stderr()).hasSize(1);
      assertThat(again.stderr().get(0)).contains("recorded already");

      target.send("go");
      target.awaitLine("done");
      assertThat(target.stderrLines()).as(target.soFar()).hasSize(linesBefore);
      target.send("end");
      Finished run = target.await();
      assertThat(run.status()).isZero();
      assertThat(run.stdout()).containsExactly("ready", "done", "end of main");
      assertThat(run.programStderr()).hasSize(linesBefore);

      RunReport report = run.report();
      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      assertThat(report.connections("openedAfter")).isEqualTo(5);
      assertThat(report.connections("openedBefore")).isZero();
      assertThat(report.connections("channelOpenedBefore")).isZero();
      // The one that was pending finishes in our sight.
      assertThat(report.connections("main")).isEqualTo(1);
      assertThat(report.connections()).isEqualTo(6);
      assertThat(report.total("closed")).isEqualTo(5);
      assertThat(report.total("openAtEnd")).isEqualTo(1);
      assertThat(server.drain()).isEqualTo(12);
      report
          .json()
          .path("sites")
          .forEach(
              site -> {
                assertThat(RunReport.number(site, "openAtEnd")).isNotNegative();
                assertThat(RunReport.number(site, "closed"))
                    .isLessThanOrEqualTo(RunReport.number(site, "connections"));
              });
    }
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRefuseWhatIsNoJvm(Jdk jdk) throws IOException {
    Requirement.linux();
    Process sleep = new ProcessBuilder(Requirement.program("sleep").toString(), "60").start();
    try {
      shouldRefuse(jdk, "" + sleep.pid(), "is not a JVM");
      assertThat(sleep.isAlive()).isTrue();
      shouldRefuse(jdk, "999999999", "no process");
      shouldRefuse(jdk, "x", "not a process id");
    } finally {
      sleep.destroyForcibly();
    }
  }

  private static void shouldRefuse(Jdk jdk, String pid, String why) {
    Finished attach = AgentProcess.churn(jdk, "attach", pid);
    assertThat(attach.status()).isEqualTo(2);
    assertThat(attach.stdout()).isEmpty();
    assertThat(attach.stderr()).as(attach::everything).hasSize(1);
    assertThat(attach.stderr().get(0)).contains(why);
  }
}
