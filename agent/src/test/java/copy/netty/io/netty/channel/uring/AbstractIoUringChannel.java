package copy.netty.io.netty.channel.uring;

import copy.netty.io.netty.channel.unix.FileDescriptor;
import copy.netty.io.netty.channel.unix.Socket;
import java.net.InetSocketAddress;

/** Stands in for Netty's, in a package that it was copied to. */
public class AbstractIoUringChannel {
  private final Socket socket = new Socket(8);

  public final FileDescriptor fd() {
    return socket;
  }

  private void submitConnect(InetSocketAddress remote) {
    if (remote == null) {
      throw new IllegalArgumentException("no address");
    }
  }

  /** Works for the channel. */
  public class AbstractUringUnsafe {
    /** Asks the kernel, which answers at once. */
    public void connect(InetSocketAddress remote) {
      submitConnect(remote);
      connectComplete((byte) 1, -115, 0, 0L);
    }

    void connectComplete(byte operation, int result, int flags, long data) {}
  }

  public AbstractUringUnsafe unsafe() {
    return new AbstractUringUnsafe();
  }
}
