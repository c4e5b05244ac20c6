package programs;

import io.vertx.core.Future;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** Vert.x' web client. */
public final class VertxWebClient {
  private VertxWebClient() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(VertxWebClient.class, arguments);
  }

  /** The web client sends to the other place by itself. */
  static void webClientMoved(int port, int times) throws Exception {
    WebClient client = WebClient.create(Vertx.VERTX);
    for (int i = 0; i < times; i++) {
      keptBeforeWebClient(client, port);
      Calls.await(Vertx.future(client.get(port, "127.0.0.1", "/moved").send()));
    }
  }

  private static void keptBeforeWebClient(WebClient client, int port) throws Exception {
    Calls.await(Vertx.future(client.get(port, "127.0.0.1", "/kept").send()));
    Vertx.recycled();
  }

  /** What is sent when the answer to another one came to its end, beneath no code of ours. */
  static void webClientSendsNext(int port, int times) throws Exception {
    WebClient client = WebClient.create(Vertx.VERTX);
    for (int i = 0; i < times; i++) {
      keptBeforeNext(client, port);
      Future<?> next =
          client
              .get(port, "127.0.0.1", "/moved")
              .followRedirects(false)
              .send()
              .map(client.get(port, "127.0.0.1", "/status"))
              .compose(HttpRequest::send);
      Calls.await(Vertx.future(next));
    }
  }

  private static void keptBeforeNext(WebClient client, int port) throws Exception {
    Calls.await(Vertx.future(client.get(port, "127.0.0.1", "/kept").send()));
    Vertx.recycled();
  }

  /** Two connections for each. */
  static void webClientWithoutKeepAlive(int port, int times) throws Exception {
    WebClient client = WebClient.create(Vertx.VERTX, new WebClientOptions().setKeepAlive(false));
    for (int i = 0; i < times; i++) {
      Calls.await(Vertx.future(client.get(port, "127.0.0.1", "/moved").send()));
    }
  }
}
