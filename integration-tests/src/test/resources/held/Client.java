package held;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Opens connections to the servers that the launching JVM counts in. */
final class Client {
  private static final int PORT = Integer.getInteger("port");
  private static final String URL = System.getProperty("url");

  private Client() {}

  static void connect(int times) {
    for (int i = 0; i < times; i++) {
      try {
        new Socket("127.0.0.1", PORT).close(); // the site
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static void refuse(int times) {
    for (int i = 0; i < times; i++) {
      try {
        new Socket("127.0.0.1", 1).close();
      } catch (IOException e) {
        continue;
      }
    }
  }

  static void fetch(String path) {
    try {
      URI.create(URL + path).toURL().openStream().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void fetch(HttpClient client, String path) {
    try {
      client.send(HttpRequest.newBuilder(URI.create(URL + path)).build(), BodyHandlers.discarding());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
