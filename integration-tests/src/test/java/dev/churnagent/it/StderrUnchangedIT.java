package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.Mixed;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Until the program has ended, stdout and stderr are its own: no warning of ours or of the JVM. */
class StderrUnchangedIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldAddOnlyTheSummary(Jdk jdk) {
    shouldAddOnlyTheSummary(AgentProcess.java(jdk));
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldAddOnlyTheSummaryWhenRenamed(Jdk jdk) throws IOException {
    Path jar = AgentProcess.newFolder().resolve("x.jar");
    Files.copy(AgentProcess.agentJar(), jar);
    shouldAddOnlyTheSummary(AgentProcess.java(jdk).agent(jar));
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldAddOnlyTheSummaryWithClassDataSharingRequired(Jdk jdk) {
    shouldAddOnlyTheSummary(
        AgentProcess.java(jdk).flags("-Xshare:on", "-Xlog:disable", "-Xlog:all=warning:stderr"));
  }

  private static void shouldAddOnlyTheSummary(AgentProcess.Builder builder) {
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      Finished run = builder.main(Mixed.class, server.port(), 2).run();
      assertThat(run.status()).as(run::everything).isZero();
      assertThat(run.stdout()).containsExactly("done");
      assertThat(run.programStderr()).containsExactly("the program's own error line");
      assertThat(run.agentStderr().get(0))
          .startsWith("churn-agent: " + run.report().run().path("id").asText());
      assertThat(run.agentStderr())
          .hasSizeLessThanOrEqualTo(41)
          .allMatch(line -> line.length() <= 200);
    }
  }
}
