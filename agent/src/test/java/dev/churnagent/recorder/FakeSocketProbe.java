package dev.churnagent.recorder;

import dev.churnagent.hook.SocketProbe;
import java.io.FileDescriptor;
import java.io.IOException;

/** Answers what a test sets, as the system does: only bits asked for, and errors in any case. */
final class FakeSocketProbe implements SocketProbe {
  static final int POLLIN = 0x1;
  static final int POLLERR = 0x8;
  static final int POLLHUP = 0x10;
  static final int POLLRDHUP = 0x2000;

  int bits;
  int available;
  IOException failure;

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
}
