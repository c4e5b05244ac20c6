package programs;

import java.util.concurrent.Future;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.HttpClient;

/** Jetty's client, of which all methods share one. */
public final class JettyClient {
  private static final HttpClient SHARED = new HttpClient();

  private JettyClient() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    SHARED.start();
    Calls.run(JettyClient.class, arguments);
  }

  static void get(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      SHARED.GET(url(port));
    }
  }

  /**
   * One after another: a request that waits behind others is sent by whichever connection ends, and
   * Jetty then opens one or two more than there are requests.
   */
  static void sendFromTwo(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      sentByOne(port).get();
      sentByAnother(port).get();
    }
  }

  private static Future<?> sentByOne(int port) {
    return new CompletableResponseListener(SHARED.newRequest(url(port))).send();
  }

  private static Future<?> sentByAnother(int port) {
    return new CompletableResponseListener(SHARED.POST(url(port))).send();
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/status";
  }
}
