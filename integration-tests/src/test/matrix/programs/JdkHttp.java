package programs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The JDK's HttpClient; its default version asks for an upgrade to HTTP/2. */
public final class JdkHttp {
  private static final HttpClient SHARED = HttpClient.newHttpClient();
  private static final HttpClient PLAIN = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private static final HttpClient REDIRECTED =
      HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();

  private JdkHttp() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(JdkHttp.class, arguments);
  }

  static void send(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      PLAIN.send(request(port), BodyHandlers.ofString());
    }
  }

  static void sendAskingForUpgrade(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      SHARED.send(request(port), BodyHandlers.ofString());
    }
  }

  static void sendByNewClient(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      HttpClient.newHttpClient().send(request(port), BodyHandlers.ofString());
    }
  }

  static void sendAsync(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(SHARED.sendAsync(request(port), BodyHandlers.ofString()));
    }
    Calls.await(futures);
  }

  static void sendAsyncByOwnExecutor(int port, int times) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    HttpClient client =
        HttpClient.newBuilder().version(Version.HTTP_1_1).executor(executor).build();
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(client.sendAsync(request(port), BodyHandlers.ofString()));
    }
    Calls.await(futures);
    executor.shutdown();
  }

  /** Two requests each, the second by what follows the first. */
  static void chained(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times / 2; i++) {
      futures.add(
          PLAIN
              .sendAsync(request(port), BodyHandlers.ofString())
              .thenCompose(answer -> PLAIN.sendAsync(request(port), BodyHandlers.ofString())));
    }
    Calls.await(futures);
  }

  /** Two connections for each. */
  static void redirected(int port, int times) throws Exception {
    for (int i = 0; i < times / 2; i++) {
      REDIRECTED.send(request(port, "/moved"), BodyHandlers.ofString());
    }
  }

  /** The same while others are redirected. */
  static void redirectedAsync(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times / 2; i++) {
      futures.add(REDIRECTED.sendAsync(request(port, "/moved"), BodyHandlers.ofString()));
    }
    Calls.await(futures);
  }

  private static HttpRequest request(int port) {
    return request(port, "/status");
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }
}
