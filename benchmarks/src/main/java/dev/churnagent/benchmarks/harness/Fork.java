package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs one JVM to its end and reads the {@code name=number} lines it prints. */
public final class Fork {
  private final List<String> command = new ArrayList<>();

  /** A JVM of this JDK. */
  public Fork(Jdk jdk) {
    command.add(jdk.java().toString());
  }

  /** Pins the process, with all its threads, to these CPUs; empty: not at all. */
  public Fork pinnedTo(String cpus) {
    if (!cpus.isEmpty()) {
      command.addAll(0, List.of("taskset", "-c", cpus));
    }
    return this;
  }

  /** Adds words to the command. */
  public Fork with(List<String> words) {
    command.addAll(words);
    return this;
  }

  /** Adds the program. */
  public Fork main(Path classPath, String mainClass, Object... arguments) {
    command.addAll(List.of("-cp", classPath.toString(), mainClass));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return this;
  }

  /** The process, not started yet; the settings of a developer's shell stay out of it. */
  public ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().keySet().removeIf(name -> name.startsWith("CHURN_"));
    return builder;
  }

  /**
   * Runs it.
   *
   * @param folder working directory, and where stderr goes ({@code stderr.txt})
   * @return what it printed
   * @throws IOException if it ends with another status than 0
   */
  public Map<String, Double> run(Path folder) throws IOException, InterruptedException {
    return run(folder, line -> {});
  }

  /** The same; each line it prints is also given to this consumer, as soon as it is there. */
  public Map<String, Double> run(Path folder, Consumer<String> lines)
      throws IOException, InterruptedException {
    Path errors = folder.resolve("stderr.txt");
    Process process = builder().directory(folder.toFile()).redirectError(errors.toFile()).start();
    Map<String, Double> values = new HashMap<>();
    try (var reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
        int equals = line.indexOf('=');
        if (equals > 0 && line.substring(equals + 1).matches("-?[0-9.]+")) {
          values.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
        }
      }
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException("status " + status + " of " + command + "; see " + errors);
    }
    return values;
  }
}
