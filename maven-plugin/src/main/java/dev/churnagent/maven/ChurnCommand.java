package dev.churnagent.maven;

import dev.churnagent.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One command of the agent's command line, run in this JVM.
 *
 * @param status one of {@link dev.churnagent.cli.ExitStatus}
 * @param output the lines on stdout
 * @param errors the lines on stderr
 */
record ChurnCommand(int status, List<String> output, List<String> errors) {
  private static final String PREFIX = "churn-agent: ";

  static ChurnCommand run(
      List<String> arguments, Path workingDirectory, Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            arguments.toArray(new String[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            workingDirectory,
            environment);
    return new ChurnCommand(status, lines(out), lines(err));
  }

  /** What went wrong, in one line. */
  String error() {
    return errors.stream()
        .map(line -> line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line)
        .collect(Collectors.joining("; "));
  }

  private static List<String> lines(ByteArrayOutputStream text) {
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
