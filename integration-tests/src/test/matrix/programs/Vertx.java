package programs;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import library.Opener;

/** Vert.x' clients for HTTP and TCP, and its worker threads. */
public final class Vertx {
  static final io.vertx.core.Vertx VERTX = io.vertx.core.Vertx.vertx();

  private Vertx() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Vertx.class, arguments);
  }

  static void request(int port, int times) throws Exception {
    HttpClient client = VERTX.createHttpClient();
    for (int i = 0; i < times; i++) {
      Calls.await(
          future(
              client.request(HttpMethod.GET, port, "127.0.0.1", "/status").compose(Vertx::body)));
    }
  }

  /** More than its pool may have at a time: what waits is opened when another one ends. */
  static void requestFromTwo(int port, int times) throws Exception {
    HttpClient client = VERTX.createHttpClient();
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(future(requestByOne(client, port)));
      futures.add(future(requestByAnother(client, port)));
    }
    Calls.await(futures);
  }

  private static Future<?> requestByOne(HttpClient client, int port) {
    return client.request(HttpMethod.GET, port, "127.0.0.1", "/status").compose(Vertx::body);
  }

  private static Future<?> requestByAnother(HttpClient client, int port) {
    return client.request(HttpMethod.GET, port, "127.0.0.1", "/status").compose(Vertx::body);
  }

  /** A request that comes on another one's connection, and is then sent to another place. */
  static void movedOnPooled(int port, int times) throws Exception {
    HttpClient client = VERTX.createHttpClient();
    for (int i = 0; i < times; i++) {
      keptBeforeMove(client, port);
      Calls.await(future(client.request(following(port, "/moved")).compose(Vertx::body)));
    }
  }

  private static void keptBeforeMove(HttpClient client, int port) throws Exception {
    Calls.await(future(client.request(following(port, "/kept")).compose(Vertx::body)));
    recycled();
  }

  /** An answer is told before its connection may be used again, in one piece of the loop's work. */
  static void recycled() throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    VERTX.getOrCreateContext().runOnContext(v -> done.complete(null));
    Calls.await(done);
  }

  /**
   * Of three at once on the one connection that there may be: the second gets the first one's when
   * that is answered, and both that are moved then wait once more.
   */
  static void movedAfterWait(int port, int times) throws Exception {
    PoolOptions one = new PoolOptions().setHttp1MaxSize(1);
    HttpClient client = VERTX.createHttpClient(new HttpClientOptions(), one);
    for (int i = 0; i < times; i++) {
      List<CompletableFuture<?>> futures = new ArrayList<>();
      futures.add(future(keptBeforeWait(client, port)));
      futures.add(future(movedByOne(client, port)));
      futures.add(future(movedByAnother(client, port)));
      Calls.await(futures);
    }
  }

  private static Future<?> keptBeforeWait(HttpClient client, int port) {
    return client.request(following(port, "/kept")).compose(Vertx::body);
  }

  private static Future<?> movedByOne(HttpClient client, int port) {
    return client.request(following(port, "/moved")).compose(Vertx::body);
  }

  private static Future<?> movedByAnother(HttpClient client, int port) {
    return client.request(following(port, "/moved")).compose(Vertx::body);
  }

  private static RequestOptions following(int port, String path) {
    return new RequestOptions()
        .setPort(port)
        .setHost("127.0.0.1")
        .setURI(path)
        .setFollowRedirects(true);
  }

  /**
   * A client's first requests, from threads of their own: all wait for one look-up of the server.
   */
  static void requestFromThreads(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      HttpClient client = VERTX.createHttpClient();
      CyclicBarrier together = new CyclicBarrier(2);
      List<CompletableFuture<?>> futures = new ArrayList<>();
      futures.add(inThread(together, () -> inOneThread(client, port)));
      futures.add(inThread(together, () -> inAnotherThread(client, port)));
      Calls.await(futures);
    }
  }

  private static CompletableFuture<?> inThread(
      CyclicBarrier together, Supplier<CompletableFuture<?>> request) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                together.await();
                request.get().get();
                done.complete(null);
              } catch (Exception e) {
                done.completeExceptionally(e);
              }
            })
        .start();
    return done;
  }

  private static CompletableFuture<?> inOneThread(HttpClient client, int port) {
    return future(
        client.request(HttpMethod.GET, port, "127.0.0.1", "/status").compose(Vertx::body));
  }

  private static CompletableFuture<?> inAnotherThread(HttpClient client, int port) {
    return future(
        client.request(HttpMethod.GET, port, "127.0.0.1", "/status").compose(Vertx::body));
  }

  static void connect(int port, int times) throws Exception {
    NetClient client = VERTX.createNetClient();
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(future(client.connect(port, "127.0.0.1").compose(NetSocket::close)));
    }
    Calls.await(futures);
  }

  static void executeBlocking(int port, int times) throws Exception {
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Opener opener = new Opener(port);
      futures.add(future(VERTX.executeBlocking(opener::call)));
    }
    Calls.await(futures);
  }

  /** On the request's own thread, where no answer can come before it is waited for. */
  private static Future<?> body(HttpClientRequest request) {
    return request.send().compose(HttpClientResponse::body);
  }

  static <T> CompletableFuture<T> future(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture();
  }
}
