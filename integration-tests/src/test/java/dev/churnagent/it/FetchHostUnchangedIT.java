package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.fetch.client.ClientKind;
import dev.churnagent.it.fetch.program.Shapes;
import dev.churnagent.it.fetch.watched.HostCases;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.FetchServer;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an application can notice of its methods is the same when they are woven. */
class FetchHostUnchangedIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String WOVEN = HostCases.class.getName() + "$Woven#*";

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldLookTheSameToTheApplication(Jdk jdk) {
    Finished plain = AgentProcess.java(jdk).withoutAgent().main(HostCases.class).run();
    Finished woven =
        AgentProcess.java(jdk)
            .option("watch", WOVEN)
            .option("scope", WOVEN)
            .main(HostCases.class)
            .run();
    List<String> cases = plain.stdout().stream().filter(line -> line.startsWith("== ")).toList();
    assertThat(cases).as(plain::everything).hasSizeGreaterThanOrEqualTo(33);
    assertThat(plain.stdout()).noneMatch(line -> line.contains("did not fail"));
    assertThat(woven.stdout()).containsExactlyElementsOf(plain.stdout());
    assertThat(woven.status()).isEqualTo(plain.status()).isZero();
    assertThat(woven.programStderr()).isEqualTo(plain.stderr());
    // They were woven. Whether that is the whole is open: an endless recursion may end in a hook.
    assertThat(woven.report().json().path("requests")).hasSizeGreaterThan(10);
  }

  /** Nor does the server see any other request, connection or order. */
  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldAskTheServerTheSame(Jdk jdk) {
    try (FetchServer server = FetchServer.startTls()) {
      Map<String, Integer> plain = asked(AgentProcess.java(jdk).withoutAgent(), server);
      server.reset();
      String program = Shapes.class.getPackageName();
      Map<String, Integer> woven =
          asked(
              AgentProcess.java(jdk)
                  .option("watch", program + ".**#*fetch*")
                  .option("scope", program + ".**#run*"),
              server);
      assertThat(woven).isEqualTo(plain);
    }
  }

  private static Map<String, Integer> asked(AgentProcess.Builder program, FetchServer server) {
    Finished run =
        program
            .flags("-Xverify:all", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4")
            .main(Shapes.class, ClientKind.JDK, server.url())
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    return server.asked();
  }
}
