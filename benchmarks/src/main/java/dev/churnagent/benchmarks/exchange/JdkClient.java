package dev.churnagent.benchmarks.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's new client, which writes and reads on threads of its own. */
final class JdkClient implements HttpClient {
  private final java.net.http.HttpClient client =
      java.net.http.HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final HttpRequest request;

  JdkClient(int port) {
    request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/items/1"))
            .header("Accept", "application/json")
            .build();
  }

  @Override
  public void exchange() throws IOException {
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("another answer: " + answer.statusCode());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
