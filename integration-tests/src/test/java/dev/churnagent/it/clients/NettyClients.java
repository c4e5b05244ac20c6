package dev.churnagent.it.clients;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Connects by Netty's NIO transport. */
public final class NettyClients {
  private static final MultiThreadIoEventLoopGroup GROUP =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  private NettyClients() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(NettyClients.class, arguments);
    GROUP.shutdownGracefully(0, 10, TimeUnit.SECONDS).sync();
  }

  static void connect(int port) throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    Bootstrap bootstrap =
        new Bootstrap()
            .group(GROUP)
            .channel(NioSocketChannel.class)
            .handler(new AnswerHandler(answer));
    Channel channel = bootstrap.connect(Addresses.loopback(port)).sync().channel();
    channel.writeAndFlush(Unpooled.copiedBuffer(new byte[] {'a'})).sync();
    Ping.expect(answer.get());
    channel.close().sync();
  }

  private static final class AnswerHandler extends SimpleChannelInboundHandler<ByteBuf> {
    private final CompletableFuture<Integer> answer;

    AnswerHandler(CompletableFuture<Integer> answer) {
      this.answer = answer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
      answer.complete((int) bytes.readByte());
    }
  }
}
