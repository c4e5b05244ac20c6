package dev.churnagent.it.clients;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Loopback addresses without a name, so that nothing is looked up. */
final class Addresses {
  private Addresses() {}

  static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(loopback(), port);
  }
}
