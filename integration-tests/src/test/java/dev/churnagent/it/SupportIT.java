package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.OpenAndClose;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.RunReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tools of the other tests, on the simplest program. */
class SupportIT {
  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldCountWhatTheServerAccepted(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      Finished run = AgentProcess.java(jdk).main(OpenAndClose.class, server.port(), 3).run();
      assertThat(run.status()).as(run::everything).isZero();
      assertThat(run.stdout()).containsExactly("done");
      assertThat(run.programStderr()).isEmpty();
      RunReport report = run.report();
      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      assertThat(report.connections()).isEqualTo(server.drain()).isEqualTo(6);
      assertThat(report.connections("openSocket")).isEqualTo(3);
      assertThat(report.connections("openChannel")).isEqualTo(3);
      assertThat(RunReport.number(report.endpoint(server.address()), "connections")).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldRunWithoutAgent(Jdk jdk) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      Finished run =
          AgentProcess.java(jdk).withoutAgent().main(OpenAndClose.class, server.port(), 1).run();
      assertThat(run.status()).as(run::everything).isZero();
      assertThat(run.stderr()).isEmpty();
      assertThat(run.runFolders()).isEmpty();
      assertThat(server.drain()).isEqualTo(2);
    }
  }
}
