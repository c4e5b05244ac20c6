package dev.churnagent.benchmarks.server;

import dev.churnagent.benchmarks.harness.Fork;
import dev.churnagent.benchmarks.harness.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** An {@link AcceptServer} in another process. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final int port;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader();
    this.port = (int) number("port=");
  }

  /**
   * Starts it.
   *
   * @param classPath holds {@link AcceptServer} and {@link Answers}
   * @param cpus where it is pinned to, or empty
   */
  public static ServerProcess start(Jdk jdk, Path classPath, String cpus, String mode, int threads)
      throws IOException {
    Fork fork =
        new Fork(jdk)
            .pinnedTo(cpus)
            .with(List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC"))
            .main(classPath, AcceptServer.class.getName(), mode, threads);
    ProcessBuilder builder = fork.builder().redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ServerProcess(builder.start());
  }

  /** Where it listens, on every address. */
  public int port() {
    return port;
  }

  /** Connections accepted so far. */
  public long accepted() throws IOException {
    return asked('a', "accepted=");
  }

  /** HTTP requests answered so far. */
  public long answered() throws IOException {
    return asked('r', "answered=");
  }

  private long asked(char question, String name) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write(question);
    in.flush();
    return number(name);
  }

  private long number(String name) throws IOException {
    String line = out.readLine();
    if (line == null || !line.startsWith(name)) {
      throw new IOException("the server said: " + line);
    }
    return Long.parseLong(line.substring(name.length()));
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}
