package programs;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Connects by one of Netty's transports. */
final class NettyConnects {
  private static IntFunction<EventLoopGroup> newGroup;
  private static Class<? extends Channel> channelType;
  private static EventLoopGroup shared;

  private NettyConnects() {}

  /**
   * Runs the methods that the arguments name.
   *
   * @param groups makes a group of so many threads
   */
  static void run(
      IntFunction<EventLoopGroup> groups, Class<? extends Channel> channel, String... arguments) {
    newGroup = groups;
    channelType = channel;
    shared = groups.apply(2);
    Calls.run(NettyConnects.class, arguments);
  }

  static void connect(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Channel channel = bootstrap(shared).connect("127.0.0.1", port).sync().channel();
      channel.close().sync();
    }
  }

  static void connectAllAtOnce(int port, int times) throws Exception {
    List<ChannelFuture> futures = new ArrayList<>();
    Bootstrap bootstrap = bootstrap(shared);
    for (int i = 0; i < times; i++) {
      futures.add(bootstrap.connect("127.0.0.1", port));
    }
    for (ChannelFuture future : futures) {
      future.sync().channel().close().sync();
    }
  }

  static void connectByNewGroup(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      EventLoopGroup group = newGroup.apply(1);
      bootstrap(group).connect("127.0.0.1", port).sync().channel().close().sync();
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
  }

  /** A channel that is registered by one method and connected by another. */
  static void registeredThenConnected(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      connectRegistered(registerOnly(), port);
    }
  }

  private static Channel registerOnly() throws Exception {
    return bootstrap(shared).register().sync().channel();
  }

  private static void connectRegistered(Channel channel, int port) throws Exception {
    channel.connect(new InetSocketAddress("127.0.0.1", port)).sync();
    channel.close().sync();
  }

  /** What a task on the loop asks for is that task's method's. */
  static void connectOnLoop(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      ChannelFuture future =
          shared.next().submit(() -> bootstrap(shared).connect("127.0.0.1", port)).sync().getNow();
      future.sync().channel().close().sync();
    }
  }

  private static Bootstrap bootstrap(EventLoopGroup group) {
    return new Bootstrap().group(group).channel(channelType).handler(new Nothing());
  }

  /** A connection is all that is wanted. */
  private static final class Nothing extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {}
  }
}
