package dev.churnagent.demo.flow;

import dev.churnagent.demo.http.KeptConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The automation's handle on one device. Actions go over the session's one kept connection, as they
 * always did; what differs is {@link #getNecessaryData()}. For one thread.
 */
public final class Device implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final String SESSION = "/session/demo-1";

  private final InetSocketAddress address;
  private final boolean pooled;
  private final KeptConnection session;

  private Device(InetSocketAddress address, boolean pooled, KeptConnection session) {
    this.address = address;
    this.pooled = pooled;
    this.session = session;
  }

  /**
   * Opens the session's connection and checks that the device is ready.
   *
   * @param pooled whether {@link #getNecessaryData()} uses the session's connection too, instead of
   *     a short one of its own
   */
  public static Device connect(InetSocketAddress address, boolean pooled) throws IOException {
    Device device = new Device(address, pooled, KeptConnection.open(address));
    try {
      device.session.get("/status");
      return device;
    } catch (IOException e) {
      device.close();
      throw e;
    }
  }

  /** Asks the device. Looks harmless where it is called; unless pooled, it is a connection. */
  public NecessaryData getNecessaryData() {
    String path = SESSION + "/necessary-data";
    try {
      return NecessaryData.parse(pooled ? session.get(path) : getOverShortConnection(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the device do something, e.g. {@code tap}. */
  public void perform(String action, String json) {
    try {
      session.post(SESSION + "/" + action, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the session's connection. */
  @Override
  public void close() throws IOException {
    session.close();
  }

  /** Disconnecting closes before the server does: each call leaves a TIME_WAIT on our side. */
  private String getOverShortConnection(String path) throws IOException {
    URI uri =
        URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    HttpURLConnection connection =
        (HttpURLConnection) uri.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try {
      return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      connection.disconnect();
    }
  }
}
