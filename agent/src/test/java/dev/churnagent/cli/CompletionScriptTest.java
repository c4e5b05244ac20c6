package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the script does in a shell is shown by CompletionIT. */
class CompletionScriptTest {
  @Command(name = "java -jar x.jar")
  private static final class Root {
    @Option(names = "--file")
    private String file;
  }

  @TempDir Path directory;

  @Test
  void shouldDefineTheCommandAndComplete() {
    Path jar = Path.of("/a b/it's $HOME/`x`.jar");
    String script = CompletionScript.of("my-churn", "/j/java", jar, new CommandLine(new Root()));
    assertThat(script)
        .startsWith(
            "function my-churn {\n  '/j/java' -jar '/a b/it'\\''s $HOME/`x`.jar' \"$@\"\n}\n")
        .contains("'--file'")
        .containsPattern("complete -F \\S+ -o default my-churn ");
  }

  @Test
  void shouldLeaveFilesToTheShell() {
    String script = CompletionScript.of("c", "java", Path.of("x"), new CommandLine(new Root()));
    assertThat(script).doesNotContain("+o default");
  }

  @Test
  void shouldRefuseWhatIsNoNameForACommand() {
    for (String name : new String[] {"", "a b", "1x", "-x", "a;b", "a$b", "if", "eval"}) {
      CommandLineRun run = CommandLineRun.in(directory, "completion", "--name=" + name);
      assertThat(run.err())
          .startsWith("churn-agent: --name: '" + name + "' is no name for a command; allowed are")
          .hasLineCount(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
    }
    assertThat(CommandLineRun.in(directory, "completion", "--name=my_churn-2").err())
        .contains("completion works from churn-agent.jar only");
  }
}
