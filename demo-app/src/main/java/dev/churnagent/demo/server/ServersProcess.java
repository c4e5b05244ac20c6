package dev.churnagent.demo.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The servers in a JVM of their own, by pipes only: asking them for their counts opens no
 * connection. Never under the agent: it is started without {@code -javaagent} and without the
 * environment variables that could add one.
 */
public final class ServersProcess implements AutoCloseable {
  private static final List<String> VARIABLES_WITH_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
  private static final long END_SECONDS = 10;

  private final Process process;
  private final Writer orders;
  private final BufferedReader answers;
  private final InetSocketAddress proxy;
  private final InetSocketAddress device;

  private ServersProcess(Process process) throws IOException {
    this.process = process;
    orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String ready = answers.readLine();
    if (ready == null || !ready.matches("ready \\d+ \\d+")) {
      close();
      throw new IOException("the device servers did not start: " + ready);
    }
    String[] words = ready.split(" ");
    proxy = loopback(Integer.parseInt(words[1]));
    device = loopback(Integer.parseInt(words[2]));
  }

  /** Starts both servers and waits until they listen. */
  public static ServersProcess start() throws IOException {
    return new ServersProcess(command().start());
  }

  static ProcessBuilder command() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            ownClasses(),
            DemoServers.class.getName());
    builder.environment().keySet().removeAll(VARIABLES_WITH_OPTIONS);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder;
  }

  /** The proxy, which the automation talks to. */
  public InetSocketAddress proxy() {
    return proxy;
  }

  /** The device behind it. */
  public InetSocketAddress device() {
    return device;
  }

  /** The process, to see whether it lives. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Asks for the counts once the servers have seen what the automation did, or 5 seconds later.
   *
   * @param opened connections that the automation has opened so far
   * @param held connections that it still holds
   */
  public ServerCounts counts(long opened, long held) throws IOException {
    orders.write("count " + opened + " " + held + "\n");
    orders.flush();
    return ServerCounts.parse(answers.readLine());
  }

  /** Ends the servers and waits until they have ended. */
  @Override
  public void close() throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static InetSocketAddress loopback(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  static String ownClasses() {
    try {
      return new File(DemoServers.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
