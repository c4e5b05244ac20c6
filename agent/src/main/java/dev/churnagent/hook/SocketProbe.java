package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Looks at an open socket without changing it. Implemented by a class that the agent defines inside
 * {@code sun.nio.ch}, because the JDK's own {@code Net.poll} and {@code Net.available} are visible
 * only there.
 */
public interface SocketProbe {
  /**
   * Polls without waiting.
   *
   * @param events the system's own poll bits
   * @return the bits that are set; 0 if none
   * @throws IOException if the descriptor can't be polled
   */
  int poll(FileDescriptor fd, int events) throws IOException;

  /**
   * Bytes received and not read.
   *
   * @throws IOException if the system does not tell
   */
  int available(FileDescriptor fd) throws IOException;

  /**
   * Our own address and port.
   *
   * @throws IOException if the system does not tell
   */
  InetSocketAddress localAddress(FileDescriptor fd) throws IOException;

  /**
   * Where it is connected to.
   *
   * @throws IOException if it is not connected
   */
  InetSocketAddress remoteAddress(FileDescriptor fd) throws IOException;

  /**
   * The option TCP_NODELAY, which no other protocol has.
   *
   * @throws IOException if this is no TCP socket
   */
  Object noDelay(FileDescriptor fd) throws IOException;
}
