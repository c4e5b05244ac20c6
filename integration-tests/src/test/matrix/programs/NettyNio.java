package programs;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;

/** Netty's NIO transport. */
public final class NettyNio {
  private NettyNio() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    NettyConnects.run(NioEventLoopGroup::new, NioSocketChannel.class, arguments);
  }
}
