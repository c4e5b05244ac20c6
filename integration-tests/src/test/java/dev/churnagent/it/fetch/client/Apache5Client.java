package dev.churnagent.it.fetch.client;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Apache HttpClient 5; its own retries would hide the program's. */
final class Apache5Client implements Client {
  private final CloseableHttpClient client =
      HttpClients.custom()
          .disableAutomaticRetries()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setTlsSocketStrategy(new DefaultClientTlsStrategy(Trust.context()))
                  .build())
          .build();

  @Override
  public Answer send(String method, String url, String body) throws IOException {
    ClassicRequestBuilder builder = ClassicRequestBuilder.create(method).setUri(url);
    ClassicHttpRequest request = (body == null ? builder : builder.setEntity(body)).build();
    return client.execute(
        request,
        response ->
            new Answer(
                response.getCode(),
                response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity())));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
