package dev.churnagent.it.fetch.watched;

import dev.churnagent.it.fetch.client.Client;
import dev.churnagent.it.fetch.client.ClientKind;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where watched methods get their data, so that their calls do network I/O. */
final class Network {
  private static final Client CLIENT = Client.of(ClientKind.URL_CONNECTION);
  private static String url;

  private Network() {}

  static void startAt(String begin) {
    url = begin;
  }

  static String ask(String path) {
    try {
      return CLIENT.send("GET", url + path, null).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
