package dev.churnagent.it.clients;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Fetches by {@code HttpURLConnection}, well and badly. */
public final class UrlConnections {
  private UrlConnections() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(UrlConnections.class, arguments);
  }

  static void bodyReadAndClosed(int port) throws IOException {
    try (InputStream body = open(port).getInputStream()) {
      body.readAllBytes();
    }
  }

  static void bodyReadThenDisconnect(int port) throws IOException {
    HttpURLConnection connection = open(port);
    connection.getInputStream().readAllBytes();
    connection.disconnect();
  }

  static void statusOnly(int port) throws IOException {
    open(port).getResponseCode();
  }

  static void closedEarly(int port) throws IOException {
    HttpURLConnection connection = open(port);
    connection.getResponseCode();
    connection.disconnect();
  }

  @SuppressWarnings("deprecation")
  private static HttpURLConnection open(int port) throws IOException {
    return (HttpURLConnection) new URL("http://127.0.0.1:" + port + "/status").openConnection();
  }
}
