package programs;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import library.Opener;

/** Vert.x' clients for HTTP and TCP, and its worker threads. */
public final class Vertx {
  private static final io.vertx.core.Vertx VERTX = io.vertx.core.Vertx.vertx();

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
              client
                  .request(HttpMethod.GET, port, "127.0.0.1", "/status")
                  .compose(Vertx::body)));
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
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", "/status")
        .compose(Vertx::body);
  }

  private static Future<?> requestByAnother(HttpClient client, int port) {
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", "/status")
        .compose(Vertx::body);
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

  private static <T> CompletableFuture<T> future(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture();
  }
}
