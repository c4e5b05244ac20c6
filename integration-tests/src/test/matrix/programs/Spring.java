package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/** Spring's clients, each on another one. */
public final class Spring {
  private Spring() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Spring.class, arguments);
  }

  static void restTemplate(int port, int times) {
    RestTemplate template = new RestTemplate(new SimpleClientHttpRequestFactory());
    for (int i = 0; i < times; i++) {
      template.getForObject(url(port), String.class);
    }
  }

  static void restClient(int port, int times) {
    RestClient client =
        RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build();
    for (int i = 0; i < times; i++) {
      client.get().uri(url(port)).retrieve().body(String.class);
    }
  }

  static void webClient(int port, int times) throws Exception {
    WebClient client = WebClient.create();
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(client.get().uri(url(port)).retrieve().bodyToMono(String.class).toFuture());
    }
    Calls.await(futures);
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port + "/status";
  }
}
