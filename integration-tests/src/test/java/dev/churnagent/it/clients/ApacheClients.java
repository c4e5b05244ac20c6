package dev.churnagent.it.clients;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Fetches by Apache HttpClient 5, classic. */
public final class ApacheClients {
  private static final CloseableHttpClient SHARED = HttpClients.createDefault();

  private ApacheClients() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(ApacheClients.class, arguments);
    SHARED.close();
  }

  static void newClientForEachRequest(int port) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      fetch(client, port);
    }
  }

  static void sharedClient(int port) throws IOException {
    SHARED.execute(
        new HttpGet("http://127.0.0.1:" + port + "/status"),
        response -> EntityUtils.toString(response.getEntity()));
  }

  @SuppressWarnings("deprecation")
  static void closedEarly(int port) throws IOException {
    HttpGet get = new HttpGet("http://127.0.0.1:" + port + "/status");
    SHARED.execute(get);
    get.abort();
  }

  private static void fetch(CloseableHttpClient client, int port) throws IOException {
    client.execute(
        new HttpGet("http://127.0.0.1:" + port + "/status"),
        response -> EntityUtils.toString(response.getEntity()));
  }
}
