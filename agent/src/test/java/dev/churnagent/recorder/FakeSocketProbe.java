package dev.churnagent.recorder;

import dev.churnagent.hook.SocketProbe;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Answers what a test sets, as the system does: only bits asked for, and errors in any case. */
final class FakeSocketProbe implements SocketProbe {
  static final int POLLIN = 0x1;
  static final int POLLERR = 0x8;
  static final int POLLHUP = 0x10;
  static final int POLLRDHUP = 0x2000;

  int bits;
  int available;
  IOException failure;
  InetSocketAddress local;
  InetSocketAddress remote;
  boolean datagram;

  @Override
  public int poll(FileDescriptor fd, int events) throws IOException {
    if (failure != null) {
      throw failure;
    }
    return bits & (events | POLLERR | POLLHUP);
  }

  @Override
  public int available(FileDescriptor fd) throws IOException {
    if (failure != null) {
      throw failure;
    }
    return available;
  }

  @Override
  public InetSocketAddress localAddress(FileDescriptor fd) throws IOException {
    return known(local);
  }

  @Override
  public InetSocketAddress remoteAddress(FileDescriptor fd) throws IOException {
    return known(remote);
  }

  private static InetSocketAddress known(InetSocketAddress address) throws IOException {
    if (address == null) {
      throw new IOException("not connected");
    }
    return address;
  }

  @Override
  public Object noDelay(FileDescriptor fd) throws IOException {
    if (datagram) {
      throw new IOException("Protocol not available");
    }
    return false;
  }
}
