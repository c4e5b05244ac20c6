package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM that has ended.
 *
 * @param pid its process id
 * @param status its exit status; 128 and the signal's number if a signal ended it
 * @param stdout its lines
 * @param stderr its lines, the agent's summary included
 * @param workingDirectory where it ran
 * @param output the agent's output folder, which may not exist
 */
public record Finished(
    long pid,
    int status,
    List<String> stdout,
    List<String> stderr,
    Path workingDirectory,
    Path output) {
  private static final String OURS = "churn-agent:";

  /** The program's own stderr: what came before the agent's first line. */
  public List<String> programStderr() {
    return stderr.stream().takeWhile(line -> !line.startsWith(OURS)).toList();
  }

  /** The agent's lines on stderr, from its first one on. */
  public List<String> agentStderr() {
    return stderr.stream().dropWhile(line -> !line.startsWith(OURS)).toList();
  }

  /** What follows the prefix in the one stdout line that starts with it. */
  public String told(String prefix) {
    List<String> lines = stdout.stream().filter(line -> line.startsWith(prefix)).toList();
    if (lines.size() != 1) {
      throw new AssertionError(lines.size() + " lines '" + prefix + "...'; " + everything());
    }
    return lines.get(0).substring(prefix.length()).trim();
  }

  /** {@link #told} as a number. */
  public int toldNumber(String prefix) {
    return Integer.parseInt(told(prefix));
  }

  /** The runs' folders in the order of their names; none if nothing was recorded. */
  public List<Path> runFolders() {
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(output)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only run's folder. */
  public Path runFolder() {
    List<Path> folders = runFolders();
    if (folders.size() != 1) {
      throw new AssertionError("not one run but " + folders + "; " + everything());
    }
    return folders.get(0);
  }

  /** The only run's report, as the JVM wrote it at its end. */
  public RunReport report() {
    Path file = runFolder().resolve("report.json");
    if (!Files.exists(file)) {
      throw new AssertionError("no " + file + "; " + everything());
    }
    return RunReport.read(file);
  }

  /** For messages. */
  public String everything() {
    return "status "
        + status
        + "\nstdout:\n"
        + String.join("\n", stdout)
        + "\nstderr:\n"
        + String.join("\n", stderr);
  }
}
