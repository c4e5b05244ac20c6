package dev.churnagent.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;

/** The command line's entry: {@code java -jar churn-agent.jar COMMAND}. */
public final class Main {
  private static final int HELP_COLUMNS = 100;

  private Main() {}

  /** Runs one command and ends the JVM with its {@link ExitStatus}. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err, Path.of(""), System.getenv()));
  }

  /**
   * Runs one command.
   *
   * @param out results
   * @param err errors, one line each, without stack traces unless {@code --debug} or the
   *     environment's {@code CHURN_DEBUG} asks for them
   * @param workingDirectory where relative paths begin
   * @return a value of {@link ExitStatus}
   */
  public static int run(
      String[] args,
      PrintStream out,
      PrintStream err,
      Path workingDirectory,
      Map<String, String> env) {
    boolean debug =
        Arrays.asList(args).contains("--debug") || !env.getOrDefault("CHURN_DEBUG", "").isEmpty();
    Session session =
        new Session(out, err, workingDirectory.toAbsolutePath().normalize(), env, debug);
    try {
      return commandLine(session).execute(args);
    } catch (Throwable e) {
      // Errors such as a missing class, which picocli lets through.
      return Failures.report(session, e);
    } finally {
      out.flush();
    }
  }

  private static CommandLine commandLine(Session session) {
    CommandLine root = new CommandLine(new RootCommand());
    root.addSubcommand(new ReportCommand(session));
    root.addSubcommand(new CheckCommand(session));
    root.addSubcommand(new DiffCommand(session));
    root.addSubcommand(new ForecastCommand(session));
    root.addSubcommand(new AttachCommand(session));
    root.addSubcommand(new TimeWaitCommand(session));
    return root.setOut(new PrintWriter(session.out(), true))
        .setErr(new PrintWriter(session.err(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(HELP_COLUMNS)
        .setParameterExceptionHandler(new ParseErrors(session))
        .setExecutionExceptionHandler((e, command, parsed) -> Failures.report(session, e));
  }
}
