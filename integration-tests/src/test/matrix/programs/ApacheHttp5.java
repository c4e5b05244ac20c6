package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Apache HttpClient 5, classic and asynchronous. */
public final class ApacheHttp5 {
  private static final CloseableHttpClient SHARED = HttpClients.createDefault();

  private ApacheHttp5() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(ApacheHttp5.class, arguments);
  }

  static void execute(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      SHARED.execute(
          new HttpGet(url(port)), response -> EntityUtils.toString(response.getEntity()));
    }
  }

  static void executeByNewClient(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (CloseableHttpClient client = HttpClients.createDefault()) {
        client.execute(
            new HttpGet(url(port)), response -> EntityUtils.toString(response.getEntity()));
      }
    }
  }

  /** Two connections for each, the second where the answer on the first came in. */
  static void movedAsync(int port, int times) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      for (int i = 0; i < times / 2; i++) {
        moved(client, port);
      }
    }
  }

  private static void moved(CloseableHttpAsyncClient client, int port) throws Exception {
    Calls.await(
        client.execute(
            SimpleRequestBuilder.get("http://127.0.0.1:" + port + "/moved").build(), null));
  }

  static void executeAsync(int port, int times) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      for (int i = 0; i < times; i++) {
        Calls.await(client.execute(request(port), null));
      }
    }
  }

  /** More than its pool may have at a time: what waits is opened when another one ends. */
  static void executeAsyncFromTwo(int port, int times) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        futures.add(asyncByOne(client, port));
        futures.add(asyncByAnother(client, port));
      }
      Calls.await(futures);
    }
  }

  private static Future<?> asyncByOne(CloseableHttpAsyncClient client, int port) {
    return client.execute(request(port), null);
  }

  private static Future<?> asyncByAnother(CloseableHttpAsyncClient client, int port) {
    return client.execute(request(port), null);
  }

  private static SimpleHttpRequest request(int port) {
    return SimpleRequestBuilder.get(url(port)).build();
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/status";
  }
}
