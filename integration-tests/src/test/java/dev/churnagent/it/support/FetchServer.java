package dev.churnagent.it.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An HTTP/1.1 server that counts, by method and path without the query, what it was asked and on
 * how many connections of their own. A path says how it answers:
 *
 * <ul>
 *   <li>{@code .../until/N}: {@code old} N times, then {@code new}
 *   <li>{@code .../fails/N}: N times with status 503
 *   <li>{@code .../status/N}: with that status and no body
 *   <li>{@code .../chunked}: in chunks, cut differently each time
 *   <li>{@code .../closing}: closes the connection after the answer
 *   <li>{@code .../unlimited}: without a length, up to the end of the connection
 *   <li>{@code .../upgrade}: with status 101, then gives back each byte; the same for HTTP/2's
 *       {@code PRI *}
 *   <li>any other: always the same
 * </ul>
 *
 * <p>A request is counted before its answer is sent. Lives in the test's JVM.
 */
public final class FetchServer implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket listener;
  private final String scheme;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final Map<String, Integer> connections = new ConcurrentHashMap<>();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  private FetchServer(ServerSocket listener, String scheme) {
    this.listener = listener;
    this.scheme = scheme;
    daemon(this::acceptAll, "fetch-server");
  }

  /** Listens on a free loopback port. */
  public static FetchServer start() {
    try {
      return new FetchServer(
          new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with TLS and a certificate that nobody trusts. */
  public static FetchServer startTls() {
    return new FetchServer(TlsListener.create(), "https");
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Where its paths begin, as in a report's targets. */
  public String url() {
    return scheme + "://127.0.0.1:" + port();
  }

  /** How often it was asked so, e.g. {@code GET /status}. */
  public int calls(String methodAndPath) {
    return calls.getOrDefault(methodAndPath, 0);
  }

  /** All requests. */
  public int calls() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** On how many connections that was the first request. */
  public int connections(String methodAndPath) {
    return connections.getOrDefault(methodAndPath, 0);
  }

  /** Everything that was asked, with its count. */
  public Map<String, Integer> asked() {
    return Map.copyOf(calls);
  }

  /** Forgets all counts. */
  public void reset() {
    calls.clear();
    connections.clear();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket), "fetch-connection");
      } catch (IOException e) {
        // Closed by the test, or a client that was gone before we came.
        continue;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      boolean first = true;
      for (HttpQuestion asked = HttpQuestion.read(in, out);
          asked != null;
          asked = HttpQuestion.read(in, out)) {
        int number = calls.merge(asked.methodAndPath(), 1, Integer::sum);
        if (first) {
          connections.merge(asked.methodAndPath(), 1, Integer::sum);
          first = false;
        }
        HttpAnswer answer = HttpAnswer.to(asked, number);
        out.write(answer.bytes());
        if (answer.upgraded()) {
          in.transferTo(out);
        }
        if (answer.last()) {
          return;
        }
      }
    } catch (IOException e) {
      // The client went away, or the test closed.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
