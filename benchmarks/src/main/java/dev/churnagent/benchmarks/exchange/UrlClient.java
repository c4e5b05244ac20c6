package dev.churnagent.benchmarks.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** The JDK's old client: it keeps the connection when an answer was read to its end. */
final class UrlClient implements HttpClient {
  private final URL url;
  private final byte[] buffer = new byte[8192];

  UrlClient(int port) throws IOException {
    url = new URL("http://127.0.0.1:" + port + "/items/1");
  }

  @Override
  public void exchange() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestProperty("Accept", "application/json");
    try (InputStream in = connection.getInputStream()) {
      int count = 0;
      while (count >= 0) {
        count = in.read(buffer);
      }
    }
  }
}
