package dev.churnagent.it.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Counts for a server that does not tell how many it accepts. Lives in the test's JVM. */
public final class CountingRelay extends Relay {
  private final int target;

  private CountingRelay(int target) {
    this.target = target;
  }

  /** Listens on a free port before that port, both of loopback. */
  public static CountingRelay start(int target) {
    CountingRelay relay = new CountingRelay(target);
    relay.start();
    return relay;
  }

  @Override
  void serve(Socket client, InputStream in, OutputStream out) throws IOException {
    relay(client, target);
  }
}
