package programs;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;

/** Netty's native transport on io_uring. */
public final class NettyIoUring {
  private NettyIoUring() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    if (!IoUring.isAvailable()) {
      Calls.unavailable(IoUring.unavailabilityCause());
    }
    NettyConnects.run(
        threads -> new MultiThreadIoEventLoopGroup(threads, IoUringIoHandler.newFactory()),
        IoUringSocketChannel.class,
        arguments);
  }
}
