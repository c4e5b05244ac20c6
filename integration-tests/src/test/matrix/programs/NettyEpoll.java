package programs;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;

/** Netty's native transport on epoll. */
public final class NettyEpoll {
  private NettyEpoll() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    if (!Epoll.isAvailable()) {
      Calls.unavailable(Epoll.unavailabilityCause());
    }
    NettyConnects.run(EpollEventLoopGroup::new, EpollSocketChannel.class, arguments);
  }
}
