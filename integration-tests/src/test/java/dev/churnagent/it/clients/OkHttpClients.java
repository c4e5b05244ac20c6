package dev.churnagent.it.clients;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Fetches by OkHttp. */
public final class OkHttpClients {
  private static final OkHttpClient SHARED = new OkHttpClient();

  private OkHttpClients() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(OkHttpClients.class, arguments);
    // Idle connections would keep the JVM alive for minutes.
    SHARED.connectionPool().evictAll();
    SHARED.dispatcher().executorService().shutdown();
  }

  static void newClientForEachRequest(int port) throws IOException {
    OkHttpClient client = new OkHttpClient();
    try (Response response = client.newCall(request(port)).execute()) {
      response.body().string();
    }
    client.connectionPool().evictAll();
  }

  static void sharedClient(int port) throws IOException {
    try (Response response = SHARED.newCall(request(port)).execute()) {
      response.body().string();
    }
  }

  static void closedEarly(int port) throws IOException {
    try (Response response = SHARED.newCall(request(port)).execute()) {
      response.code();
    }
  }

  private static Request request(int port) {
    return new Request.Builder().url("http://127.0.0.1:" + port + "/status").build();
  }
}
