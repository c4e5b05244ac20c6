package dev.churnagent.it.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what it accepts: the truth that reports are compared with. Lives in the test's JVM. */
public final class RawServer implements AutoCloseable {
  /** What is done with an accepted connection. */
  public enum Mode {
    /** HTTP/1.1 answers until the client closes. */
    HTTP_KEEP_ALIVE,
    /**
     * One HTTP/1.1 answer with {@code Connection: close}, then our close; of {@code /moved} that it
     * is at {@code /status}. A request for {@code /kept} is answered without a close; what follows
     * on that connection gets our close instead of an answer, unless it is for {@code /moved}.
     */
    HTTP_CLOSE,
    /** HTTP/1.1 answers of which only the beginning comes. */
    HTTP_UNFINISHED,
    /** Reads until the client's end-of-stream, then closes. */
    CLIENT_CLOSES_FIRST,
    /** Closes at once. */
    SERVER_CLOSES_FIRST,
    /** Neither reads nor closes before this server is closed. */
    HOLD,
    /** Closes at once with a reset. */
    RESET
  }

  private static final int BACKLOG = 1024;
  private static final int PORTS_TO_TRY = 20;

  private final ServerSocket listener;
  private final Mode mode;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Integer>> marks = new ConcurrentHashMap<>();
  private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

  private RawServer(ServerSocket listener, Mode mode) {
    this.listener = listener;
    this.mode = mode;
  }

  /** Listens on a free loopback port. */
  public static RawServer start(Mode mode) {
    return start(mode, InetAddress.getLoopbackAddress());
  }

  /** Listens on a free port of that address. */
  public static RawServer start(Mode mode, InetAddress address) {
    try {
      RawServer server = new RawServer(listen(address), mode);
      server.daemon(server::acceptAll, "raw-server");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * At a port that no earlier server had: sockets towards that one may still be in TIME_WAIT, and
   * would be found in the system's table.
   */
  private static ServerSocket listen(InetAddress address) throws IOException {
    for (int left = PORTS_TO_TRY; ; left--) {
      ServerSocket listener = new ServerSocket();
      listener.bind(new InetSocketAddress(address, 0), BACKLOG);
      if (left == 0
          || !KernelTable.isThere()
          || KernelTable.timeWaitTowards(listener.getLocalPort()) == 0) {
        return listener;
      }
      listener.close();
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** As in a report's {@code endpoints[].address}. */
  public String address() {
    String host = listener.getInetAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /**
   * How many connections were accepted. Clients don't wait for our accept: await this, or compare
   * after {@link #drain}.
   */
  public int accepted() {
    return accepted.get();
  }

  /** How many HTTP requests were answered. */
  public int requests() {
    return requests.get();
  }

  /**
   * Waits until every connection that was made before this call is counted, and returns the count.
   */
  public int drain() {
    // The backlog is first in, first out: once this connection is accepted, so are all before it.
    try (Socket last = new Socket()) {
      last.bind(new InetSocketAddress(listener.getInetAddress(), 0));
      CompletableFuture<Integer> mark = new CompletableFuture<>();
      marks.put(last.getLocalPort(), mark);
      last.connect(listener.getLocalSocketAddress());
      return mark.orTimeout(10, TimeUnit.SECONDS).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        CompletableFuture<Integer> mark = marks.remove(socket.getPort());
        if (mark != null) {
          mark.complete(accepted.get());
          socket.close();
          continue;
        }
        accepted.incrementAndGet();
        held.add(socket);
        daemon(() -> serve(socket), "raw-connection");
      } catch (IOException e) {
        // Closed by the test, or a client that was gone before we came.
        continue;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      switch (mode) {
        case HTTP_KEEP_ALIVE, HTTP_CLOSE, HTTP_UNFINISHED -> answer(socket);
        case CLIENT_CLOSES_FIRST ->
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        case RESET -> socket.setSoLinger(true, 0);
        case SERVER_CLOSES_FIRST, HOLD -> {}
      }
    } catch (IOException e) {
      // The client reset or the test closed: both are how a connection may end.
      return;
    } finally {
      if (mode != Mode.HOLD) {
        close(socket);
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int length = mode == Mode.HTTP_UNFINISHED ? 1_000_000 : 2;
    boolean kept = false;
    for (String head = readHead(in); head != null; head = readHead(in)) {
      boolean moved = head.contains(" /moved ");
      if (kept && !moved) {
        return;
      }
      requests.incrementAndGet();
      kept = mode == Mode.HTTP_CLOSE && head.contains(" /kept ");
      boolean closes = mode == Mode.HTTP_CLOSE && !kept;
      String status = moved ? "302 Found\r\nLocation: /status\r\n" : "200 OK\r\n";
      String connection = closes ? "Connection: close\r\n" : "";
      String answer =
          "HTTP/1.1 " + status + "Content-Length: " + length + "\r\n" + connection + "\r\nok";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      if (closes) {
        return;
      }
    }
  }

  /** Reads to the empty line, bodies are not expected; null at the end of the stream. */
  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int matched = 0;
    while (matched < 4) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      head.append((char) read);
      boolean wanted = read == (matched % 2 == 0 ? '\r' : '\n');
      matched = wanted ? matched + 1 : read == '\r' ? 1 : 0;
    }
    return head.toString();
  }

  private void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void close(Socket socket) {
    held.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more can be done about it.
      return;
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    held.forEach(this::close);
  }
}
