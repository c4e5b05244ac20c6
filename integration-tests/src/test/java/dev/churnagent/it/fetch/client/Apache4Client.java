package dev.churnagent.it.fetch.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4. */
final class Apache4Client implements Client {
  private final CloseableHttpClient client =
      HttpClients.custom()
          .disableAutomaticRetries()
          .setSSLContext(Trust.context())
          .setMaxConnPerRoute(20)
          .build();

  @Override
  public Answer send(String method, String url, String body) throws IOException {
    RequestBuilder request = RequestBuilder.create(method).setUri(url);
    if (body != null) {
      request.setEntity(new StringEntity(body, StandardCharsets.UTF_8));
    }
    try (CloseableHttpResponse response = client.execute(request.build())) {
      return new Answer(
          response.getStatusLine().getStatusCode(),
          response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity()));
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
