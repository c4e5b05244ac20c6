package held;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.churnagent.junit.MaxConnections;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Counts {
  private static ExecutorService pool;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    Client.connect(2);
    pool = Executors.newFixedThreadPool(2);
    pool.submit(() -> {});
    // Its selector's thread belongs to no test.
    http = HttpClient.newHttpClient();
    Client.fetch(http, "/start/closing");
  }

  @AfterAll
  static void stop() {
    pool.shutdown();
  }

  @BeforeEach
  @AfterEach
  void around() {
    Client.connect(1);
  }

  @Test
  @MaxConnections(0)
  void opensNone() {}

  @Test
  @MaxConnections(3)
  void opensAsManyAsAllowed() {
    Client.connect(3);
  }

  @Test
  @MaxConnections(3)
  void opensOneMore() {
    Client.connect(3);
    Client.connect(1);
  }

  @Test
  void isNotHeld() {
    Client.connect(4);
  }

  @Test
  @MaxConnections(4)
  void handsOverAsMuchAsAllowed() throws Exception {
    handOver();
  }

  @Test
  @MaxConnections(3)
  void handsOverOneMore() throws Exception {
    handOver();
  }

  private static void handOver() throws Exception {
    pool.submit(() -> Client.connect(1)).get();
    Thread thread = new Thread(() -> Client.connect(1));
    thread.start();
    thread.join();
    CompletableFuture.runAsync(() -> Client.connect(1)).get();
    IntStream.range(0, 1).parallel().forEach(i -> Client.connect(1));
  }

  @Test
  @MaxConnections(2)
  void asksAClientWithThreadsOfItsOwn() {
    for (int i = 0; i < 3; i++) {
      Client.fetch(http, "/own-threads/closing");
    }
  }

  @Test
  @MaxConnections(1)
  void failsItself() {
    Client.connect(2);
    throw new IllegalStateException("its own");
  }

  @Test
  @MaxConnections(1)
  void isAborted() {
    Client.connect(2);
    assumeTrue(false, "not here");
  }

  @Test
  @MaxConnections(-1)
  void isGivenNonsense() {}
}
