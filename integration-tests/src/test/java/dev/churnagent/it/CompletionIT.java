package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.ShellRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line in a shell: as short as its users want it, and completed. */
class CompletionIT {
  private static final String JDKS = "dev.churnagent.it.support.Jdks#all";

  /** What bash does when TAB is pressed behind the last word. */
  private static final String TAB =
      """
      tab() {
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        COMPREPLY=(); "_complete_$1" || :; echo "$* -> ${COMPREPLY[*]}"
      }
      """;

  private Path folder;
  private Path jar;

  @BeforeEach
  void putTheJarWhereItNeedsQuotes() throws IOException {
    Requirement.linux();
    folder = AgentProcess.newFolder();
    jar = Files.createDirectory(folder.resolve("it's $HOME `a` \"b\"")).resolve("churn agent.jar");
    Files.createLink(jar, AgentProcess.agentJar());
  }

  private String bash(Jdk jdk, String options, String script) {
    return ShellRun.in(folder)
        .environment("JAVA", jdk.java().toString())
        .environment("JAR", jar.toString())
        .run(
            Requirement.program("bash").toString(),
            "-c",
            "set -e\neval \"$(\"$JAVA\" -jar \"$JAR\" completion " + options + ")\"\n" + script);
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldCompleteCommandsOptionsAndValues(Jdk jdk) {
    String printed =
        bash(
            jdk,
            "",
            TAB
                + """
                  tab churn ch
                  tab churn check --bas
                  tab churn report --js
                  tab churn forecast --os w
                  tab churn completion --n
                  tab churn report x
                  complete -p churn
                  """);
    assertThat(printed.lines())
        .containsExactly(
            "churn ch -> check",
            "churn check --bas -> --baseline",
            "churn report --js -> --json",
            "churn forecast --os w -> windows",
            "churn completion --n -> --name",
            "churn report x -> ",
            // Where nothing is offered, the shell's own completion of file names goes on.
            "complete -o default -F _complete_churn churn");
  }

  @ParameterizedTest
  @MethodSource(JDKS)
  void shouldRunTheJarUnderAnyName(Jdk jdk) {
    String printed =
        bash(
            jdk,
            "--name conn-churn",
            "conn-churn --version; conn-churn report 'no such run' || echo status $?");
    assertThat(printed.lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("churn-agent "),
            line -> assertThat(line).isEqualTo("churn-agent: 'no such run' does not exist"),
            line -> assertThat(line).isEqualTo("status 2"));
  }
}
