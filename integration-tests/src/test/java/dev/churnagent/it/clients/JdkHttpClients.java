package dev.churnagent.it.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Fetches by the JDK's {@code HttpClient}. */
public final class JdkHttpClients {
  private static final HttpClient SHARED = newClient();

  private JdkHttpClients() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(JdkHttpClients.class, arguments);
  }

  static void newClientForEachRequest(int port) throws Exception {
    fetch(newClient(), port);
  }

  static void sharedClient(int port) throws Exception {
    fetch(SHARED, port);
  }

  static void sharedClientAsynchronously(int port) throws Exception {
    SHARED.sendAsync(request(port), HttpResponse.BodyHandlers.ofString()).join();
  }

  static void closedEarly(int port) throws Exception {
    SHARED.send(request(port), HttpResponse.BodyHandlers.ofInputStream()).body().close();
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static void fetch(HttpClient client, int port) throws Exception {
    client.send(request(port), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(int port) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/status")).build();
  }
}
