package programs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

/** Reactor Netty, subscribed to in all ways. */
public final class ReactorNetty {
  private static final HttpClient CLIENT = HttpClient.create();

  private ReactorNetty() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(ReactorNetty.class, arguments);
  }

  static void block(int port, int times) {
    for (int i = 0; i < times; i++) {
      get(CLIENT, port).block();
    }
  }

  static void blockByNewConnection(int port, int times) {
    for (int i = 0; i < times; i++) {
      get(HttpClient.newConnection(), port).block();
    }
  }

  static void subscribe(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(get(CLIENT, port).toFuture());
    }
    Calls.await(futures);
  }

  static void subscribeOnElastic(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(get(CLIENT, port).subscribeOn(Schedulers.boundedElastic()).toFuture());
    }
    Calls.await(futures);
  }

  static void publishOnParallel(int port, int times) throws Exception {
    Calls.await(
        Flux.range(0, times)
            .publishOn(Schedulers.parallel())
            .flatMap(i -> get(CLIENT, port))
            .collectList()
            .toFuture());
  }

  static void delayed(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(Mono.delay(Duration.ofMillis(1)).then(get(CLIENT, port)).toFuture());
    }
    Calls.await(futures);
  }

  /** More than its pool may have at a time: what waits is opened when another one ends. */
  static void pooledFromTwo(int port, int times) throws Exception {
    HttpClient client =
        HttpClient.create(
            ConnectionProvider.builder("small")
                .maxConnections(2)
                .pendingAcquireMaxCount(-1)
                .build());
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(pooledByOne(client, port));
      futures.add(pooledByAnother(client, port));
    }
    Calls.await(futures);
  }

  private static Future<?> pooledByOne(HttpClient client, int port) {
    return get(client, port).toFuture();
  }

  private static Future<?> pooledByAnother(HttpClient client, int port) {
    return get(client, port).toFuture();
  }

  /** A request that comes on another one's connection, and is then sent to another place. */
  static void movedOnPooled(int port, int times) {
    HttpClient client = HttpClient.create(ConnectionProvider.create("moved", 1));
    for (int i = 0; i < times; i++) {
      keptBeforeMove(client, port);
      get(client.followRedirect(true), port, "/moved").block();
    }
  }

  private static void keptBeforeMove(HttpClient client, int port) {
    get(client, port, "/kept").block();
  }

  /** One that is repeated because the other one's connection was closed instead of an answer. */
  static void repeatedAfterPooled(int port, int times) {
    HttpClient client = HttpClient.create(ConnectionProvider.create("repeated", 1));
    for (int i = 0; i < times; i++) {
      keptBeforeRetry(client, port);
      get(client, port).retry(1).block();
    }
  }

  private static void keptBeforeRetry(HttpClient client, int port) {
    get(client, port, "/kept").block();
  }

  /** The same a moment later, on a scheduler's thread. */
  static void repeatedLater(int port, int times) {
    HttpClient client = HttpClient.create(ConnectionProvider.create("later", 1));
    for (int i = 0; i < times; i++) {
      keptBeforeBackoff(client, port);
      get(client, port).retryWhen(Retry.backoff(1, Duration.ofMillis(1))).block();
    }
  }

  private static void keptBeforeBackoff(HttpClient client, int port) {
    get(client, port, "/kept").block();
  }

  private static Mono<String> get(HttpClient client, int port) {
    return get(client, port, "/status");
  }

  private static Mono<String> get(HttpClient client, int port, String path) {
    return client
        .get()
        .uri("http://127.0.0.1:" + port + path)
        .responseContent()
        .aggregate()
        .asString();
  }
}
