package programs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.eclipse.jetty.client.HttpClient;

/** Jetty's client, of which all methods share one. */
public final class JettyClient {
  private static final HttpClient SHARED = new HttpClient();

  private JettyClient() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    SHARED.start();
    Calls.run(JettyClient.class, arguments);
  }

  static void get(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      SHARED.GET(url(port));
    }
  }

  /**
   * One after another: a request that waits behind others is sent by whichever connection ends, and
   * Jetty then opens one or two more than there are requests.
   */
  static void sendFromTwo(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      sentByOne(port).get();
      sentByAnother(port).get();
    }
  }

  private static Future<?> sentByOne(int port) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    SHARED.newRequest(url(port)).send(result -> done.complete(result.getResponse()));
    return done;
  }

  private static Future<?> sentByAnother(int port) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    SHARED.POST(url(port)).send(result -> done.complete(result.getResponse()));
    return done;
  }

  /** Two connections for each, the second where the answer on the first came in. */
  static void moved(int port, int times) throws Exception {
    for (int i = 0; i < times / 2; i++) {
      SHARED.GET(url(port, "/moved"));
    }
  }

  /** Behind another one's, whose connection is the only one that there may be, and then ends. */
  static void sendBehind(int port, int times) throws Exception {
    HttpClient client = new HttpClient();
    client.setMaxConnectionsPerDestination(1);
    client.start();
    for (int i = 0; i < times; i++) {
      Future<?> first = sentFirst(client, port);
      Future<?> second = sentSecond(client, port);
      Future<?> third = sentThird(client, port);
      first.get();
      second.get();
      third.get();
    }
    client.stop();
  }

  private static Future<?> sentFirst(HttpClient client, int port) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    client.newRequest(url(port)).send(result -> done.complete(result.getResponse()));
    return done;
  }

  private static Future<?> sentSecond(HttpClient client, int port) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    client.newRequest(url(port)).send(result -> done.complete(result.getResponse()));
    return done;
  }

  private static Future<?> sentThird(HttpClient client, int port) {
    CompletableFuture<Object> done = new CompletableFuture<>();
    client.newRequest(url(port)).send(result -> done.complete(result.getResponse()));
    return done;
  }

  private static String url(int port) {
    return url(port, "/status");
  }

  private static String url(int port, String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
