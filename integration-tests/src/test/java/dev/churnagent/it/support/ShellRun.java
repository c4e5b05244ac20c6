package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command of a shell, or on a terminal of its own, run to its end; stderr goes to stdout. */
public final class ShellRun {
  private final ProcessBuilder builder;
  private List<String> words = List.of();

  private ShellRun(Path folder) {
    builder = new ProcessBuilder().directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CHURN_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
    builder.environment().keySet().removeAll(List.of("NO_COLOR", "JAVA_TOOL_OPTIONS"));
  }

  public static ShellRun in(Path folder) {
    return new ShellRun(folder);
  }

  public ShellRun environment(String name, String value) {
    builder.environment().put(name, value);
    return this;
  }

  /** What {@link #run()} runs: a line of the shell, on a terminal that {@code script} makes. */
  public ShellRun script(String line) {
    words = List.of(Requirement.program("script").toString(), "-qec", line, "/dev/null");
    return this;
  }

  public String run(String... command) {
    words = List.of(command);
    return run();
  }

  /** What it printed; it must end with status 0. */
  public String run() {
    try {
      Process process = builder.command(words).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(AgentProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(words + " did not end: " + printed);
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(words + " ended with " + process.exitValue() + ": " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
