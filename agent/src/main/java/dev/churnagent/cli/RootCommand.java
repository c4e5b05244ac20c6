package dev.churnagent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands before the command's name. */
@Command(
    name = "java -jar churn-agent.jar",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Records every outgoing connection of a JVM by call site, and requests that are made again and",
      "again. To record, start a JVM with",
      "  java -javaagent:churn-agent.jar[=key=value,key=value...] ...",
      ""
    },
    footer = {
      "",
      "Exit status: 0 all held, 1 a limit is violated, 2 the command line or an input is",
      "unusable or the measurement is incomplete."
    })
final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces of errors (also: CHURN_DEBUG=1).")
  private boolean debug;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "no command was given");
  }
}
