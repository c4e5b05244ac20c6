package dev.churnagent.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world around it.
 *
 * @param out for results
 * @param err for errors, one line each
 * @param workingDirectory where relative paths begin
 * @param environment the environment variables
 * @param debug whether errors come with their stack trace
 * @param terminal what a person can be shown beside the results
 */
record Session(
    PrintStream out,
    PrintStream err,
    Path workingDirectory,
    Map<String, String> environment,
    boolean debug,
    Terminal terminal) {

  /** Without a terminal. */
  Session(
      PrintStream out,
      PrintStream err,
      Path workingDirectory,
      Map<String, String> environment,
      boolean debug) {
    this(out, err, workingDirectory, environment, debug, Terminal.NONE);
  }

  /**
   * A path as the user wrote it, against the working directory.
   *
   * @throws CommandException if it is no path on this system
   */
  Path resolve(String path) throws CommandException {
    try {
      return workingDirectory.resolve(path).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new CommandException("'" + path + "' is not a path on this system", e);
    }
  }

  /** Prints an error on one line. */
  void fail(String message, Throwable cause) {
    err.println("churn-agent: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    if (debug && cause != null) {
      cause.printStackTrace(err);
    }
    err.flush();
  }
}
