package dev.churnagent.it.support;

import java.util.List;

/** A real chromedriver on loopback, which starts a Chromium for each session. */
public final class Chromedriver implements AutoCloseable {
  private final ServerProcess process;
  private final int port;

  private Chromedriver(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Chromedriver start() {
    int port = ServerProcess.freePort();
    List<String> command =
        List.of(
            Requirement.program("chromedriver").toString(), "--port=" + port, "--log-level=INFO");
    return new Chromedriver(
        ServerProcess.start(command, AgentProcess.newFolder(), "started successfully"), port);
  }

  public int port() {
    return port;
  }

  /**
   * How many commands of that name its log tells of.
   *
   * @param name as chromedriver calls it, e.g. {@code GetTitle}
   */
  public int commands(String name) {
    return process.count("COMMAND " + name + " ");
  }

  @Override
  public void close() {
    process.close();
  }
}
