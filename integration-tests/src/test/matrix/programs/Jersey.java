package programs;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Jersey's client with its default connector. */
public final class Jersey {
  private static final Client SHARED = ClientBuilder.newClient();

  private Jersey() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Jersey.class, arguments);
  }

  static void get(int port, int times) {
    for (int i = 0; i < times; i++) {
      SHARED.target(url(port)).request().get(String.class);
    }
  }

  static void getAsync(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(SHARED.target(url(port)).request().async().get(String.class));
    }
    Calls.await(futures);
  }

  static void getByRx(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(SHARED.target(url(port)).request().rx().get(String.class).toCompletableFuture());
    }
    Calls.await(futures);
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/status";
  }
}
