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

  private static Mono<String> get(HttpClient client, int port) {
    return client
        .get()
        .uri("http://127.0.0.1:" + port + "/status")
        .responseContent()
        .aggregate()
        .asString();
  }
}
