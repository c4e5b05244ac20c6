package dev.churnagent.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code completion}: a script that makes the command line short and completes it. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints a script for bash and zsh that defines a command and completes what follows it:",
      "  eval \"$(java -jar churn-agent.jar completion)\"",
      "  churn report churn-report",
      ""
    })
final class CompletionCommand implements Callable<Integer> {
  /** A function of such a name would hide what shell scripts are made of, or not be one. */
  private static final Set<String> SHELLS_OWN =
      Set.of(
          "if",
          "then",
          "else",
          "elif",
          "fi",
          "case",
          "esac",
          "for",
          "select",
          "while",
          "until",
          "do",
          "done",
          "in",
          "function",
          "time",
          "coproc",
          "foreach",
          "end",
          "repeat",
          "nocorrect",
          "noglob",
          "command",
          "builtin",
          "eval",
          "exec",
          "complete",
          "compgen",
          "local",
          "typeset",
          "declare",
          "export",
          "return",
          "shift",
          "unset",
          "set",
          "shopt",
          "setopt",
          "test",
          "type");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "churn",
      description = "The command's name: letters, digits, '-' and '_'; churn by default.")
  private String name;

  @Spec private CommandSpec spec;

  private final Session session;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException {
    if (!isName(name)) {
      throw new CommandException(
          "--name: '"
              + name
              + "' is no name for a command; allowed are letters, digits, '-' and '_', a letter"
              + " first, and no word of the shell itself");
    }
    Path jar = OwnJar.path("completion");
    String java = ProcessHandle.current().info().command().orElse("java");
    session.out().print(CompletionScript.of(name, java, jar, spec.root().commandLine()));
    return ExitStatus.ALL_HELD;
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_-]*") && !SHELLS_OWN.contains(name);
  }
}
