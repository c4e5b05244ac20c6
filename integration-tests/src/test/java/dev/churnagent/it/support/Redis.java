package dev.churnagent.it.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real redis-server on loopback, without files. */
public final class Redis implements AutoCloseable {
  private static final String RECEIVED = "total_connections_received:";

  private final ServerProcess process;
  private final int port;

  private Redis(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Redis start() {
    int port = ServerProcess.freePort();
    List<String> command =
        List.of(
            Requirement.program("redis-server").toString(),
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--save",
            "",
            "--appendonly",
            "no");
    return new Redis(
        ServerProcess.start(command, AgentProcess.newFolder(), "Ready to accept connections"),
        port);
  }

  public int port() {
    return port;
  }

  /** How many connections it says it received; this question is one more each time. */
  public int received() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("INFO stats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        if (line.startsWith(RECEIVED)) {
          return Integer.parseInt(line.substring(RECEIVED.length()));
        }
      }
      throw new AssertionError("redis does not tell " + RECEIVED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
