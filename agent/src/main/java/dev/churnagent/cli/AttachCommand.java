package dev.churnagent.cli;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code attach}: starts recording in a JVM that already runs. */
@Command(
    name = "attach",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Starts recording in a JVM that already runs, from now until it ends.",
      "Relative paths in options (output, config) and churn.yaml are those of that JVM's working",
      "directory, as with -javaagent. A JVM of version 21 or later warns on its stderr about any",
      "agent that comes by attach, unless it runs with -XX:+EnableDynamicAgentLoading.",
      ""
    })
final class AttachCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PID", description = "The process id of the JVM.")
  private String pid;

  @Parameters(
      index = "1..*",
      paramLabel = "key=value",
      description = "Options as for -javaagent, e.g. output=/tmp/runs max-rate=5/s.")
  private List<String> options;

  private final Session session;

  AttachCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws CommandException, ConfigurationException {
    String arguments = options == null ? "" : String.join(",", options);
    Settings.checkArguments(arguments);
    TargetJvm target = TargetJvm.ofPid(pid);
    String where = Attachment.attach(target, arguments);
    session.out().println("churn-agent: recording in process " + target.pid() + "; " + where);
    return ExitStatus.ALL_HELD;
  }
}
