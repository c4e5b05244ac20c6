package dev.churnagent.benchmarks.exchange;

import dev.churnagent.benchmarks.harness.BatchClient;
import java.io.IOException;

/** The measured program: requests and reads the answer. */
public final class ExchangeClient extends BatchClient {
  private final Exchanger exchanger;
  private final HttpClient http;
  private long requests;

  private ExchangeClient(Exchanger exchanger, HttpClient http, int batchSize) {
    super(batchSize, http instanceof JdkClient);
    this.exchanger = exchanger;
    this.http = http;
  }

  /**
   * Arguments: port, client, exchanger class, requests to warm up, batches, requests in a batch.
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Exchanger exchanger = (Exchanger) Class.forName(args[2]).getDeclaredConstructor().newInstance();
    HttpClient http = client(args[1], Integer.parseInt(args[0]));
    ExchangeClient client = new ExchangeClient(exchanger, http, Integer.parseInt(args[5]));
    client.warmUp(Integer.parseInt(args[3]));
    client.measure(Integer.parseInt(args[4]));
    client.print("requests", client.requests);
  }

  private static HttpClient client(String name, int port) throws IOException {
    return switch (name) {
      case "socket" -> PlainClient.connect(port);
      case "http-client" -> new JdkClient(port);
      default -> new UrlClient(port);
    };
  }

  @Override
  protected void batch(int size) throws IOException {
    for (int i = 0; i < size; i++) {
      exchanger.exchange(http);
    }
    requests += size;
  }

  /** Each answer was waited for. */
  @Override
  protected void sync() {}
}
