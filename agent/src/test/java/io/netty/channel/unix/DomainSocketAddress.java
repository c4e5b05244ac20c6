package io.netty.channel.unix;

import java.net.SocketAddress;

/** Stands in for Netty's: the same name and field, and methods that must not be called. */
public class DomainSocketAddress extends SocketAddress {
  private static final long serialVersionUID = 1L;
  private final String socketPath;

  public DomainSocketAddress(String path) {
    this.socketPath = path;
  }

  /** As Netty's, but it fails. */
  public String path() {
    throw new IllegalStateException(socketPath);
  }

  @Override
  public String toString() {
    throw new IllegalStateException(socketPath);
  }
}
