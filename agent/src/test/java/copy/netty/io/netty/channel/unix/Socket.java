package copy.netty.io.netty.channel.unix;

import java.io.IOException;
import java.net.SocketAddress;

/** Stands in for Netty's, in a package that it was copied to. */
public class Socket extends FileDescriptor {
  public Socket(int fd) {
    super(fd);
  }

  protected static int newSocketDomainDgram0() {
    return 9;
  }

  /** A datagram socket. */
  public static Socket newSocketDomainDgram() {
    return new Socket(newSocketDomainDgram0());
  }

  /** Fails without an address. */
  public final boolean connect(SocketAddress remote) throws IOException {
    if (remote == null) {
      throw new IOException("no address");
    }
    return false;
  }

  public final boolean finishConnect() {
    return true;
  }

  public final void shutdown(boolean read, boolean write) {}

  public final void setSoLinger(int seconds) {}
}
