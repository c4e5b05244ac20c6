package dev.churnagent.it.fetch.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionException;

/** The JDK's {@code HttpClient}. */
final class JdkClient implements Client {
  private final HttpClient client;
  private final boolean async;

  JdkClient(boolean async) {
    HttpClient.Builder builder = HttpClient.newBuilder().sslContext(Trust.context());
    this.client = async ? builder.version(HttpClient.Version.HTTP_1_1).build() : builder.build();
    this.async = async;
  }

  @Override
  public Answer send(String method, String url, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = async ? join(request) : send(request);
    return new Answer(response.statusCode(), response.body());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> join(HttpRequest request) throws IOException {
    try {
      return client.sendAsync(request, BodyHandlers.ofString()).join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Its threads are daemons. */
  @Override
  public void close() {}
}
