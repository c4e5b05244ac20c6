package dev.churnagent.it.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A forked JVM, by default with the packaged agent and this test JVM's class path.
 *
 * <pre>{@code
 * Finished run = AgentProcess.java(jdk).option("max-rate", "5/s").main(App.class, "3").run();
 * }</pre>
 */
public final class AgentProcess implements AutoCloseable {
  /** Far more than any program here takes; a hang must fail a test, not the whole build. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path workingDirectory;
  private final Path output;
  private final Lines stdout;
  private final Lines stderr;

  private AgentProcess(Process process, Path workingDirectory, Path output) {
    this.process = process;
    this.workingDirectory = workingDirectory;
    this.output = output;
    this.stdout = new Lines(process.inputReader(StandardCharsets.UTF_8), "stdout");
    this.stderr = new Lines(process.errorReader(StandardCharsets.UTF_8), "stderr");
  }

  /** The packaged agent. */
  public static Path agentJar() {
    return jar("churn.agent.jar");
  }

  /** The packaged test-side API. */
  public static Path junitJar() {
    return jar("churn.junit.jar");
  }

  /** The packaged demo. */
  public static Path demoJar() {
    return jar("churn.demo.jar");
  }

  private static Path jar(String property) {
    Path jar = Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing; package its module first");
    }
    return jar;
  }

  /** Starts to describe a JVM with the agent. */
  public static Builder java(Jdks.Jdk jdk) {
    return new Builder(jdk);
  }

  /** Runs the command line, {@code java -jar churn-agent.jar ...}, to its end. */
  public static Finished churn(Jdks.Jdk jdk, Object... arguments) {
    return java(jdk).withoutAgent().jar(agentJar(), arguments).run();
  }

  /** A new empty folder under {@code target/it}, which stays only if the test fails. */
  public static Path newFolder() {
    try {
      Path parent = Path.of(System.getProperty("churn.it.work")).toAbsolutePath();
      Files.createDirectories(parent);
      Path folder = Files.createTempDirectory(parent, "run");
      CleanUp.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Describes the JVM to start. */
  public static final class Builder {
    private final Jdks.Jdk jdk;
    private final List<String> prefix = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> otherAgentsFirst = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> command = new ArrayList<>();
    private Path agent = agentJar();
    private String classPath = System.getProperty("java.class.path");
    private Path workingDirectory;

    private Builder(Jdks.Jdk jdk) {
      this.jdk = jdk;
    }

    /** An agent option; commas in its value are escaped. */
    public Builder option(String key, Object value) {
      options.put(key, value.toString());
      return this;
    }

    /** Another place or name of the agent's jar. */
    public Builder agent(Path jar) {
      agent = jar;
      return this;
    }

    public Builder withoutAgent() {
      agent = null;
      return this;
    }

    /** With or without the agent, for comparisons. */
    public Builder withAgent(boolean wanted) {
      return wanted ? this : withoutAgent();
    }

    /** JVM flags, after our own {@code -javaagent}. */
    public Builder flags(String... more) {
      flags.addAll(Arrays.asList(more));
      return this;
    }

    /** JVM flags before our own {@code -javaagent}, such as another agent. */
    public Builder flagsFirst(String... more) {
      otherAgentsFirst.addAll(Arrays.asList(more));
      return this;
    }

    /** Replaces the class path, which is this JVM's by default. */
    public Builder classPath(Object... entries) {
      classPath =
          String.join(
              System.getProperty("path.separator"),
              Arrays.stream(entries).map(Object::toString).toList());
      return this;
    }

    /** A variable; CHURN_*, GITHUB_* and JAVA_TOOL_OPTIONS are otherwise removed. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** By default a new folder. */
    public Builder workingDirectory(Path folder) {
      workingDirectory = folder;
      return this;
    }

    /** Words before {@code java}, such as {@code runuser -u nobody --}. */
    public Builder prefix(String... words) {
      prefix.addAll(Arrays.asList(words));
      return this;
    }

    public Builder main(Class<?> main, Object... arguments) {
      return main(main.getName(), arguments);
    }

    public Builder main(String main, Object... arguments) {
      return launch(List.of("-cp", classPath, main), arguments);
    }

    public Builder jar(Path jar, Object... arguments) {
      return launch(List.of("-jar", jar.toString()), arguments);
    }

    /** A modular application; {@code main} is module/class. */
    public Builder module(Path modulePath, String main, Object... arguments) {
      return launch(List.of("-p", modulePath.toString(), "-m", main), arguments);
    }

    private Builder launch(List<String> what, Object... arguments) {
      command.clear();
      command.addAll(what);
      for (Object argument : arguments) {
        command.add(argument.toString());
      }
      return this;
    }

    /** Starts it and waits for its end. */
    public Finished run() {
      try (AgentProcess started = start()) {
        return started.await();
      }
    }

    /** Starts it. */
    public AgentProcess start() {
      Path folder = workingDirectory == null ? newFolder() : workingDirectory;
      Path output = folder.resolve(options.getOrDefault("output", "churn-report"));
      List<String> words = new ArrayList<>(prefix);
      words.add(jdk.java().toString());
      words.addAll(otherAgentsFirst);
      if (agent != null) {
        words.add("-javaagent:" + agent + arguments());
      }
      words.addAll(flags);
      words.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      Map<String, String> variables = builder.environment();
      variables.keySet().removeIf(name -> name.startsWith("CHURN_"));
      // Where our own tests run there, check would write into our own build's summary.
      variables.keySet().removeIf(name -> name.startsWith("GITHUB_"));
      variables
          .keySet()
          .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
      variables.putAll(environment);
      try {
        return new AgentProcess(builder.start(), folder, output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String arguments() {
      List<String> pairs = new ArrayList<>();
      options.forEach((key, value) -> pairs.add(key + "=" + value.replace(",", "\\,")));
      return pairs.isEmpty() ? "" : "=" + String.join(",", pairs);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Path workingDirectory() {
    return workingDirectory;
  }

  /** Waits for a line on stdout that starts with this, and returns it. */
  public String awaitLine(String prefix) {
    return awaitLine(line -> line.startsWith(prefix), "a line '" + prefix + "...'");
  }

  /** Waits for a line on stdout. */
  public String awaitLine(Predicate<String> wanted, String what) {
    try {
      return stdout.first(wanted).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new AssertionError("no " + what + " on stdout; " + soFar(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** What it printed so far. */
  public String soFar() {
    return "stdout:\n" + stdout.text() + "\nstderr:\n" + stderr.text();
  }

  public List<String> stdoutLines() {
    return stdout.copy();
  }

  public List<String> stderrLines() {
    return stderr.copy();
  }

  /** Sends a line to its stdin. */
  public void send(String line) {
    try {
      Writer stdin = process.outputWriter(StandardCharsets.UTF_8);
      stdin.write(line + "\n");
      stdin.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
  }

  /**
   * Sends a signal to this one process.
   *
   * @param name e.g. TERM or INT
   */
  public void signal(String name) {
    try {
      String program = Requirement.program("kill").toString();
      int status = new ProcessBuilder(program, "-" + name, "" + pid()).start().waitFor();
      if (status != 0) {
        throw new AssertionError("kill -" + name + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  public Finished await() {
    return await(PATIENCE);
  }

  /** Waits for its end; a process that does not end is killed and fails the test. */
  public Finished await(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + patience + "; " + soFar());
      }
      stdout.end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      stderr.end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new AssertionError("its output never ended; " + soFar(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return new Finished(
        process.pid(), process.exitValue(), stdout.copy(), stderr.copy(), workingDirectory, output);
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted", e);
  }

  /** Reads one stream on a thread of its own, so that the program never waits for us. */
  private static final class Lines {
    private record Waiter(Predicate<String> wanted, CompletableFuture<String> found) {}

    private final List<String> lines = new ArrayList<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Lines(BufferedReader reader, String name) {
      Thread thread = new Thread(() -> pump(reader), "pump-" + name);
      thread.setDaemon(true);
      thread.start();
    }

    private void pump(BufferedReader reader) {
      try (reader) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          add(line);
        }
        finish(null);
      } catch (IOException e) {
        // The pipe of a process that was killed; what came before counts.
        finish(e);
      }
    }

    private synchronized void add(String line) {
      lines.add(line);
      waiters.removeIf(waiter -> waiter.wanted.test(line) && waiter.found.complete(line));
    }

    private synchronized void finish(IOException e) {
      waiters.forEach(
          waiter -> waiter.found.completeExceptionally(new IOException("the stream ended", e)));
      end.complete(null);
    }

    synchronized CompletableFuture<String> first(Predicate<String> wanted) {
      CompletableFuture<String> found = new CompletableFuture<>();
      for (String line : lines) {
        if (wanted.test(line)) {
          found.complete(line);
          return found;
        }
      }
      if (end.isDone()) {
        found.completeExceptionally(new IOException("the stream ended"));
      } else {
        waiters.add(new Waiter(wanted, found));
      }
      return found;
    }

    synchronized List<String> copy() {
      return List.copyOf(lines);
    }

    String text() {
      return String.join("\n", copy());
    }
  }
}
