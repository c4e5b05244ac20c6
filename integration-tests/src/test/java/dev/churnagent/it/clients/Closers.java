package dev.churnagent.it.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Connections that are closed by somebody else than who opened them, and some that are not. */
public final class Closers {
  private static final long POLL_NANOS = 1_000_000;
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(1);
  private static final ScheduledExecutorService REAPERS = Executors.newScheduledThreadPool(1);

  /** Sockets that nobody uses, as a pool keeps them. */
  private static final Queue<Socket> IDLE = new ConcurrentLinkedQueue<>();

  private static final Phaser REAPED = new Phaser(1);

  private Closers() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    REAPERS.scheduleWithFixedDelay(Closers::reap, 1, 1, TimeUnit.MILLISECONDS);
    Program.run(Closers.class, arguments);
    REAPERS.shutdown();
    WORKERS.shutdown();
  }

  static void byItself(int port) throws IOException {
    connected(new Socket(Addresses.loopback(), port)).close();
  }

  /** A task may be handed over, too: it closes what it opened. */
  static void byItsTask(int port) throws Exception {
    WORKERS.submit(() -> openedInTask(port)).get();
  }

  private static Object openedInTask(int port) throws IOException {
    connected(new Socket(Addresses.loopback(), port)).close();
    return null;
  }

  static void byReaper(int port) throws IOException {
    int phase = REAPED.getPhase();
    IDLE.add(connected(new Socket(Addresses.loopback(), port)));
    REAPED.awaitAdvance(phase);
  }

  private static void reap() {
    for (Socket idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
      close(idle);
      REAPED.arrive();
    }
  }

  static void byHandedTask(int port) throws Exception {
    Socket socket = connected(new Socket(Addresses.loopback(), port));
    CompletableFuture.runAsync(() -> close(socket), WORKERS).get();
  }

  static void byPool(int port) throws IOException {
    int[] local = new int[1];
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(1, 1, TimeUnit.MILLISECONDS))
            .eventListener(
                new EventListener() {
                  @Override
                  public void connectionAcquired(Call call, Connection connection) {
                    local[0] = connection.socket().getLocalPort();
                  }
                })
            .build();
    Request request = new Request.Builder().url("http://127.0.0.1:" + port + "/status").build();
    try (Response response = client.newCall(request).execute()) {
      response.body().string();
    }
    while (TcpTable.isEstablished(local[0], port)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    client.dispatcher().executorService().shutdown();
  }

  static void byCollector(int port) throws IOException {
    int local = forgotten(port);
    while (TcpTable.isEstablished(local, port)) {
      System.gc();
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @SuppressWarnings("resource")
  private static int forgotten(int port) throws IOException {
    return connected(new Socket(Addresses.loopback(), port)).getLocalPort();
  }

  private static Socket connected(Socket socket) throws IOException {
    Ping.over(socket);
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
