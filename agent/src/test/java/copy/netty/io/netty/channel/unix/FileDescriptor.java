package copy.netty.io.netty.channel.unix;

/** Stands in for Netty's, in a package that it was copied to. */
public class FileDescriptor {
  private final int fd;
  private boolean closed;

  public FileDescriptor(int fd) {
    this.fd = fd;
  }

  public final int intValue() {
    return fd;
  }

  public boolean isOpen() {
    return !closed;
  }

  protected boolean markClosed() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  /** As Netty's: the second time it does nothing. */
  public void close() {
    markClosed();
  }
}
