package dev.churnagent.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real server that a test starts and ends, with its log in a file. */
final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it and waits until its log says that it is ready. */
  static ServerProcess start(List<String> command, Path folder, String ready) {
    Path log = folder.resolve("server.log");
    try {
      ServerProcess server =
          new ServerProcess(
              new ProcessBuilder(command)
                  .directory(folder.toFile())
                  .redirectErrorStream(true)
                  .redirectOutput(log.toFile())
                  .start(),
              log);
      Awaitility.await(ready)
          .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .until(() -> server.count(ready) > 0 || !server.process.isAlive());
      if (!server.process.isAlive()) {
        throw new AssertionError(command + " ended: " + server.text());
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often its log says so. */
  int count(String text) {
    Matcher matcher = Pattern.compile(Pattern.quote(text)).matcher(text());
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  private String text() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end, and makes it if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A port that was free a moment ago. */
  static int freePort() {
    try (java.net.ServerSocket socket =
        new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
