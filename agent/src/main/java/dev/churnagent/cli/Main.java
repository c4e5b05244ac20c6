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
    Map<String, String> env = System.getenv();
    Terminal terminal = Terminal.ofThisProcess(env);
    System.exit(run(args, System.out, System.err, Path.of(""), env, terminal));
  }

  /**
   * Runs one command that has no terminal: no colours, no progress.
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
    return run(args, out, err, workingDirectory, env, Terminal.NONE);
  }

  static int run(
      String[] args,
      PrintStream out,
      PrintStream err,
      Path workingDirectory,
      Map<String, String> env,
      Terminal terminal) {
    boolean debug =
        Arrays.asList(args).contains("--debug") || !env.getOrDefault("CHURN_DEBUG", "").isEmpty();
    Session session =
        new Session(out, err, workingDirectory.toAbsolutePath().normalize(), env, debug, terminal);
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
    root.addSubcommand(new CompletionCommand(session));
    return root.setOut(new PrintWriter(session.out(), true))
        .setErr(new PrintWriter(session.err(), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(session.terminal().ansi()))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(HELP_COLUMNS)
        .setParameterExceptionHandler(new ParseErrors(session))
        .setExecutionExceptionHandler((e, command, parsed) -> Failures.report(session, e));
  }
}
