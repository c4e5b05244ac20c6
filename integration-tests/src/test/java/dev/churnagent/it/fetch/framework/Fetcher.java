package dev.churnagent.it.fetch.framework;

import dev.churnagent.it.fetch.client.Client;
import dev.churnagent.it.fetch.client.ClientKind;
import java.io.IOException;

/** Fetches over a connection for each request. */
final class Fetcher {
  /** Where the server is. */
  static final String URL = "churn.it.url";

  private static final Client CLIENT = Client.of(ClientKind.URL_CONNECTION);

  private Fetcher() {}

  static void fetch(String path) throws IOException {
    CLIENT.send("GET", System.getProperty(URL) + path + "/closing", null);
  }
}
