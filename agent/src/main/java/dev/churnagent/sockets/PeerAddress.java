package dev.churnagent.sockets;

/**
 * An address and a port.
 *
 * @param high first 8 bytes of the address, see the package
 * @param low its last 8 bytes
 * @param port 0 to 65535
 */
public record PeerAddress(long high, long low, int port) {
  /** As in reports: {@code 127.0.0.1:80}, {@code [::1]:80}. */
  @Override
  public String toString() {
    return Addresses.text(high, low, port);
  }
}
