package dev.churnagent.it.clients;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Connects by Netty's native transports, of whichever version is on the class path: that is why
 * their classes are found by name. Which transport, and the UNIX path, are system properties.
 */
public final class NativeTransports {
  private static final boolean RING = System.getProperty("transport", "epoll").equals("io_uring");
  private static final boolean INCUBATOR =
      RING && find("io.netty.channel.uring.IoUringIoHandler") == null;
  private static final int TIMEOUT_MILLIS = 200;

  private NativeTransports() {}

  /** After the transport is known to work here. */
  private static final class Loops {
    static final EventLoopGroup GROUP = group();

    private Loops() {}
  }

  /** Runs the methods that the arguments name; without any, tells whether the transport works. */
  public static void main(String... arguments) throws Exception {
    System.out.println("transport=" + channel("SocketChannel").getName());
    System.out.println("unavailable=" + unavailable());
    if (arguments.length > 0) {
      Program.run(NativeTransports.class, arguments);
      Loops.GROUP.shutdownGracefully(0, 10, TimeUnit.SECONDS).sync();
    }
  }

  private static Throwable unavailable() throws ReflectiveOperationException {
    String type =
        INCUBATOR
            ? "io.netty.incubator.channel.uring.IOUring"
            : RING ? "io.netty.channel.uring.IoUring" : "io.netty.channel.epoll.Epoll";
    return (Throwable) Class.forName(type).getMethod("unavailabilityCause").invoke(null);
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static EventLoopGroup group() {
    try {
      if (!RING || INCUBATOR) {
        Class<?> type =
            Class.forName(
                RING
                    ? "io.netty.incubator.channel.uring.IOUringEventLoopGroup"
                    : "io.netty.channel.epoll.EpollEventLoopGroup");
        return (EventLoopGroup) type.getConstructor(int.class).newInstance(1);
      }
      Class<?> factory = Class.forName("io.netty.channel.IoHandlerFactory");
      return (EventLoopGroup)
          Class.forName("io.netty.channel.MultiThreadIoEventLoopGroup")
              .getConstructor(int.class, factory)
              .newInstance(
                  1,
                  Class.forName("io.netty.channel.uring.IoUringIoHandler")
                      .getMethod("newFactory")
                      .invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<? extends Channel> channel(String kind) {
    String prefix =
        INCUBATOR
            ? "io.netty.incubator.channel.uring.IOUring"
            : RING ? "io.netty.channel.uring.IoUring" : "io.netty.channel.epoll.Epoll";
    try {
      return Class.forName(prefix + kind).asSubclass(Channel.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SocketAddress path(String suffix) throws ReflectiveOperationException {
    return (SocketAddress)
        Class.forName("io.netty.channel.unix.DomainSocketAddress")
            .getConstructor(String.class)
            .newInstance(System.getProperty("unix.path") + suffix);
  }

  /** What arrives, byte by byte; -1 is the end. */
  private static final class Answers extends ChannelInboundHandlerAdapter {
    final BlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof ByteBuf received) {
        while (received.isReadable()) {
          bytes.add((int) received.readByte());
        }
        received.release();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      bytes.add(-1);
    }

    /** The peer's end-of-stream, where half of a connection may stay open. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      context.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  private static Bootstrap bootstrap(String kind, Answers answers) {
    return new Bootstrap().group(Loops.GROUP).channel(channel(kind)).handler(answers);
  }

  private static void say(Channel channel, char command) throws Exception {
    channel.writeAndFlush(Unpooled.copiedBuffer(new byte[] {(byte) command})).sync();
  }

  private static Channel ask(Bootstrap bootstrap, SocketAddress remote, Answers answers)
      throws Exception {
    Channel channel = bootstrap.connect(remote).sync().channel();
    say(channel, 'a');
    Ping.expect(answers.bytes.take());
    return channel;
  }

  /** We close first. */
  static void closed(int port) throws Exception {
    Answers answers = new Answers();
    ask(bootstrap("SocketChannel", answers), Addresses.loopback(port), answers).close().sync();
  }

  /** We choose the local address, though not the port. */
  static void bound(int port) throws Exception {
    Answers answers = new Answers();
    Bootstrap bootstrap =
        bootstrap("SocketChannel", answers)
            .localAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ask(bootstrap, Addresses.loopback(port), answers).close().sync();
  }

  static void byName(int port) throws Exception {
    Answers answers = new Answers();
    InetAddress named = InetAddress.getByAddress("device.test", new byte[] {127, 0, 0, 1});
    ask(bootstrap("SocketChannel", answers), new InetSocketAddress(named, port), answers)
        .close()
        .sync();
  }

  /** The peer closes first. */
  static void closedByPeer(int port) throws Exception {
    Answers answers = new Answers();
    Channel channel = ask(bootstrap("SocketChannel", answers), Addresses.loopback(port), answers);
    say(channel, 'f');
    channel.closeFuture().sync();
  }

  /** By SO_LINGER 0. */
  static void reset(int port) throws Exception {
    Answers answers = new Answers();
    Bootstrap bootstrap = bootstrap("SocketChannel", answers).option(ChannelOption.SO_LINGER, 0);
    ask(bootstrap, Addresses.loopback(port), answers).close().sync();
  }

  /** The peer resets. */
  static void resetByPeer(int port) throws Exception {
    Answers answers = new Answers();
    Channel channel = ask(bootstrap("SocketChannel", answers), Addresses.loopback(port), answers);
    say(channel, 'r');
    channel.closeFuture().sync();
  }

  /** Our half first, then the peer's. */
  static void shutDown(int port) throws Exception {
    Answers answers = new Answers();
    Bootstrap bootstrap =
        bootstrap("SocketChannel", answers).option(ChannelOption.ALLOW_HALF_CLOSURE, true);
    Channel channel = ask(bootstrap, Addresses.loopback(port), answers);
    ((io.netty.channel.socket.SocketChannel) channel).shutdownOutput().sync();
    channel.closeFuture().sync();
  }

  /** With TCP fast open, and data to open with; the server need not have it. */
  static void fastOpen(int port) throws Exception {
    Answers answers = new Answers();
    Bootstrap bootstrap =
        bootstrap("SocketChannel", answers).option(ChannelOption.TCP_FASTOPEN_CONNECT, true);
    Channel channel = bootstrap.register().sync().channel();
    // Before the connect: this is what it sends.
    ChannelFuture written =
        channel.write(
            Loops.GROUP.next().submit(() -> channel.alloc().directBuffer(1).writeByte('a')).get());
    channel.connect(Addresses.loopback(port)).sync();
    channel.flush();
    written.sync();
    Ping.expect(answers.bytes.take());
    channel.close().sync();
  }

  static void refused(int port) throws Exception {
    ChannelFuture connect =
        bootstrap("SocketChannel", new Answers()).connect(Addresses.loopback(port)).await();
    mustHaveFailed(connect);
    connect.channel().close().sync();
  }

  /** The listener's queue is full. */
  static void timedOut(int port) throws Exception {
    ChannelFuture connect =
        bootstrap("SocketChannel", new Answers())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, TIMEOUT_MILLIS)
            .connect(Addresses.loopback(port))
            .await();
    mustHaveFailed(connect);
    connect.channel().closeFuture().sync();
  }

  private static void mustHaveFailed(ChannelFuture connect) throws IOException {
    if (connect.isSuccess()) {
      throw new IOException("connected");
    }
  }

  static void unix(int ignored) throws Exception {
    Answers answers = new Answers();
    ask(bootstrap("DomainSocketChannel", answers), path(""), answers).close().sync();
  }

  static void refusedUnix(int ignored) throws Exception {
    ChannelFuture connect =
        bootstrap("DomainSocketChannel", new Answers()).connect(path("-not-there")).await();
    mustHaveFailed(connect);
    connect.channel().close().sync();
  }

  /** No connection, though it is connected. */
  static void datagram(int port) throws Exception {
    Channel channel =
        bootstrap("DatagramChannel", new Answers())
            .connect(Addresses.loopback(port))
            .sync()
            .channel();
    channel.close().sync();
  }

  /** The same over a UNIX path. */
  static void domainDatagram(int ignored) throws Exception {
    Path server = Path.of(System.getProperty("unix.path") + "-datagram");
    Channel receiver =
        bootstrap("DomainDatagramChannel", new Answers()).bind(path("-datagram")).sync().channel();
    Channel sender =
        bootstrap("DomainDatagramChannel", new Answers())
            .connect(path("-datagram"))
            .sync()
            .channel();
    sender.close().sync();
    receiver.close().sync();
    Files.deleteIfExists(server);
  }

  /** A native server: what it accepts is the client's connection, which is one of the JDK's. */
  static void accepting(int ignored) throws Exception {
    CompletableFuture<Channel> accepted = new CompletableFuture<>();
    Channel server =
        new ServerBootstrap()
            .group(Loops.GROUP)
            .channel(
                channel("ServerSocketChannel").asSubclass(io.netty.channel.ServerChannel.class))
            .childOption(ChannelOption.SO_LINGER, 0)
            .childHandler(
                new ChannelInboundHandlerAdapter() {
                  @Override
                  public void channelActive(ChannelHandlerContext context) {
                    context.writeAndFlush(Unpooled.copiedBuffer(new byte[] {'a'}));
                    accepted.complete(context.channel());
                  }
                })
            .bind(Addresses.loopback(0))
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Ping.expect(new DataInputStream(client.getInputStream()).readByte());
    }
    accepted.get().close().sync();
    server.close().sync();
  }
}
