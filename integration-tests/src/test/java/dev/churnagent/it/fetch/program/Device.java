package dev.churnagent.it.fetch.program;

import dev.churnagent.it.fetch.client.Client;
import java.io.IOException;

/** What fetches; {@link #fetch} may be watched. */
public final class Device {
  private final Client client;
  private final String url;

  /**
   * Creates it.
   *
   * @param url where its paths begin
   */
  public Device(Client client, String url) {
    this.client = client;
    this.url = url;
  }

  /** The data at a path. */
  public String fetch(String path) throws IOException {
    return okBody(client.send("GET", url + path, null));
  }

  /** Writes. */
  public String put(String path, String body) throws IOException {
    return okBody(client.send("PUT", url + path, body));
  }

  /** Writes, too. */
  public String post(String path, String body) throws IOException {
    return okBody(client.send("POST", url + path, body));
  }

  private static String okBody(Client.Answer answer) throws IOException {
    if (answer.status() != 200) {
      throw new IOException("status " + answer.status());
    }
    return answer.body();
  }
}
