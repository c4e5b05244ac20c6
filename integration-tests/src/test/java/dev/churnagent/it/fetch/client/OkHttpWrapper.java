package dev.churnagent.it.fetch.client;

import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp. */
final class OkHttpWrapper implements Client {
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .sslSocketFactory(Trust.context().getSocketFactory(), Trust.ALL)
          .protocols(List.of(Protocol.HTTP_1_1))
          .build();

  @Override
  public Answer send(String method, String url, String body) throws IOException {
    RequestBody content = body == null ? null : RequestBody.create(body, null);
    Request request = new Request.Builder().url(url).method(method, content).build();
    try (Response response = client.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }

  /** Idle connections would keep the JVM alive for minutes. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
