package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4, classic and asynchronous. */
public final class ApacheHttp4 {
  private static final CloseableHttpClient SHARED = HttpClients.createDefault();

  private ApacheHttp4() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(ApacheHttp4.class, arguments);
  }

  static void execute(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (CloseableHttpResponse response = SHARED.execute(new HttpGet(url(port)))) {
        EntityUtils.toString(response.getEntity());
      }
    }
  }

  static void executeByNewClient(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (CloseableHttpClient client = HttpClients.createDefault();
          CloseableHttpResponse response = client.execute(new HttpGet(url(port)))) {
        EntityUtils.toString(response.getEntity());
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
    Calls.await(client.execute(new HttpGet("http://127.0.0.1:" + port + "/moved"), null));
  }

  static void executeAsync(int port, int times) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      for (int i = 0; i < times; i++) {
        Calls.await(client.execute(new HttpGet(url(port)), null));
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
    return client.execute(new HttpGet(url(port)), null);
  }

  private static Future<?> asyncByAnother(CloseableHttpAsyncClient client, int port) {
    return client.execute(new HttpGet(url(port)), null);
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/status";
  }
}
