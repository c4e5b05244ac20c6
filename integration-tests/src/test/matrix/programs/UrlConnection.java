package programs;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** HttpURLConnection. */
public final class UrlConnection {
  private UrlConnection() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(UrlConnection.class, arguments);
  }

  static void read(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (InputStream in = url(port).openStream()) {
        in.readAllBytes();
      }
    }
  }

  static void statusOnly(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      HttpURLConnection connection = (HttpURLConnection) url(port).openConnection();
      connection.getResponseCode();
      connection.disconnect();
    }
  }

  private static URL url(int port) throws Exception {
    return new URL("http://127.0.0.1:" + port + "/status");
  }
}
