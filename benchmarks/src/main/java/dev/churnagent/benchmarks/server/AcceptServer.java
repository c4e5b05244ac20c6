package dev.churnagent.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accepts on all addresses and counts. Each connection is served to its end before the next one of
 * the same thread, so that a client that has seen one end knows that all earlier ones were
 * accepted. Prints its port, and for each byte of its input how many connections it accepted, or
 * for an {@code r} how many requests it answered.
 *
 * <p>{@code client-first}: reads to the end of the stream, then closes; the client holds TIME_WAIT.
 * {@code server-first}: closes at once; the server holds it. {@code exchange}: answers HTTP
 * requests until the client closes.
 */
public final class AcceptServer {
  private static final int BACKLOG = 4096;

  private AcceptServer() {}

  /** Arguments: the mode, and the number of threads. */
  public static void main(String[] args) throws IOException {
    String mode = args[0];
    Answers answers = new Answers();
    AtomicLong accepted = new AtomicLong();
    InetAddress any = InetAddress.getByAddress(new byte[4]);
    // Closed by the end of the process, after the last count.
    @SuppressWarnings("resource")
    ServerSocket server = new ServerSocket(0, BACKLOG, any);
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      Thread thread = new Thread(() -> serve(server, mode, accepted, answers), "server-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    System.out.println("port=" + server.getLocalPort());
    System.out.flush();
    for (int asked = System.in.read(); asked >= 0; asked = System.in.read()) {
      System.out.println(
          asked == 'r' ? "answered=" + answers.answered() : "accepted=" + accepted.get());
      System.out.flush();
    }
  }

  private static void serve(
      ServerSocket server, String mode, AtomicLong accepted, Answers answers) {
    while (true) {
      try (Socket socket = server.accept()) {
        accepted.incrementAndGet();
        if (mode.equals("exchange")) {
          answers.serve(socket.getInputStream(), socket.getOutputStream());
        } else if (mode.equals("client-first") && socket.getInputStream().read() >= 0) {
          throw new IOException("nothing is ever sent here");
        }
      } catch (IOException e) {
        System.err.println("server: " + e);
      }
    }
  }
}
