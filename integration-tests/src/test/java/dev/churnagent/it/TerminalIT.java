package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.Burst;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RawServer;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.ShellRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person at a terminal sees, and a pipe does not. */
class TerminalIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";
  private static final String ESCAPE = "\033[";

  @BeforeEach
  void needsLinux() {
    Requirement.linux();
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldHaveColoursOnATerminalOnly(Jdk jdk) {
    Finished run;
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      run = AgentProcess.java(jdk).main(Burst.class, server.port(), 3).run();
    }
    assertThat(run.status()).as(run::everything).isZero();
    String report = "report churn-report";
    String check = "check churn-report --max-rate 1000000/s";

    assertThat(onATerminal(jdk, run, report).run()).contains("\033[1mchurn-agent: ");
    assertThat(onATerminal(jdk, run, check).run()).startsWith("\033[32mPASS");
    assertThat(onATerminal(jdk, run, "--help").run()).contains(ESCAPE);

    assertThat(onATerminal(jdk, run, check).environment("NO_COLOR", "1").run())
        .startsWith("PASS")
        .doesNotContain(ESCAPE);
    assertThat(onATerminal(jdk, run, check).environment("TERM", "dumb").run())
        .startsWith("PASS")
        .doesNotContain(ESCAPE);
    assertThat(onATerminal(jdk, run, check + " | cat").run())
        .startsWith("PASS")
        .doesNotContain(ESCAPE);
  }

  private static ShellRun onATerminal(Jdk jdk, Finished run, String command) {
    return ShellRun.in(run.workingDirectory())
        .environment("TERM", "xterm")
        .environment("JAVA", jdk.java().toString())
        .environment("JAR", AgentProcess.agentJar().toString())
        .script("\"$JAVA\" -jar \"$JAR\" " + command);
  }
}
