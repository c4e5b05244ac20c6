package dev.churnagent.it.program.host;

import static dev.churnagent.it.program.host.Transcript.inCase;
import static dev.churnagent.it.program.host.Transcript.step;
import static dev.churnagent.it.program.host.Transcript.tell;
import static dev.churnagent.it.program.host.Transcript.value;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Everything about {@link AsynchronousSocketChannel}: by future and by handler. */
public final class AsyncCases {
  private static InetSocketAddress friendly;
  private static InetSocketAddress silent;
  private static InetSocketAddress refusing;
  private static InetSocketAddress hanging;

  private AsyncCases() {}

  public static void main(String[] args) throws Exception {
    friendly = Servers.friendly();
    silent = Servers.silent();
    refusing = Servers.refusing();
    hanging = Servers.hanging();
    for (boolean handler : new boolean[] {false, true}) {
      connects(handler);
      pending(handler);
    }
    closes();
    options();
    FailingSink.exit();
  }

  private static void connects(boolean handler) throws Exception {
    connect(handler, "success", channel -> start(channel, friendly, handler).get());
    connect(handler, "refused", channel -> start(channel, refusing, handler).get());
    connect(
        handler,
        "unresolved",
        channel ->
            start(channel, InetSocketAddress.createUnresolved("no.such.invalid", 80), handler)
                .get());
    connect(handler, "null", channel -> start(channel, null, handler).get());
    connect(handler, "wrong type", channel -> start(channel, Servers.ofWrongType(), handler).get());
    connect(handler, "port 0", channel -> start(channel, zero(), handler).get());
    connect(
        handler,
        "twice",
        channel -> {
          step("first", () -> start(channel, friendly, handler).get());
          return start(channel, friendly, handler).get();
        });
    connect(
        handler,
        "again after refused",
        channel -> {
          step("first", () -> start(channel, refusing, handler).get());
          return start(channel, friendly, handler).get();
        });
    connect(
        handler,
        "bound",
        channel -> {
          channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
          return start(channel, friendly, handler).get();
        });
    connect(
        handler,
        "closed",
        channel -> {
          channel.close();
          return start(channel, friendly, handler).get();
        });
    connect(
        handler,
        "interrupted before",
        channel -> {
          Thread.currentThread().interrupt();
          return start(channel, friendly, handler);
        });
  }

  private static void pending(boolean handler) throws Exception {
    connect(
        handler,
        "pending, again",
        channel -> {
          Future<?> first = start(channel, hanging, handler);
          step("second", () -> start(channel, hanging, handler).get());
          step("close", () -> close(channel));
          return first.get(10, TimeUnit.SECONDS);
        });
    connect(
        handler,
        "closed while pending",
        channel -> {
          Future<?> first = start(channel, hanging, handler);
          step("close", () -> close(channel));
          return first.get(10, TimeUnit.SECONDS);
        });
    if (!handler) {
      connect(
          false,
          "cancelled",
          channel -> {
            Future<?> first = start(channel, hanging, false);
            step("cancel", () -> first.cancel(true));
            tell("open " + channel.isOpen());
            return first.get(10, TimeUnit.SECONDS);
          });
    }
  }

  private interface Connect {
    Object on(AsynchronousSocketChannel channel) throws Exception;
  }

  private static void connect(boolean handler, String name, Connect connect) throws Exception {
    inCase(
        (handler ? "handler " : "future ") + name,
        () -> {
          AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
          step(
              "connect",
              () -> {
                Object result = connect.on(channel);
                // A pending result prints as an identity; what it becomes is told by other cases.
                return result instanceof Future<?> ? "pending" : result;
              });
          tell("interrupted after " + Thread.interrupted());
          if (!name.startsWith("interrupted")) {
            tellState(channel);
            step("write", () -> channel.write(ByteBuffer.allocate(3)).get());
            step("read", () -> channel.read(ByteBuffer.allocate(2)).get());
          }
          step("close", () -> close(channel));
          step("close again", () -> close(channel));
          return "ok";
        });
  }

  private static Future<?> start(
      AsynchronousSocketChannel channel, SocketAddress address, boolean handler) {
    if (!handler) {
      return channel.connect(address);
    }
    CompletableFuture<Object> result = new CompletableFuture<>();
    channel.connect(
        address,
        "attachment",
        new CompletionHandler<Void, String>() {
          @Override
          public void completed(Void nothing, String attachment) {
            result.complete("completed " + nothing + " " + attachment);
          }

          @Override
          public void failed(Throwable e, String attachment) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static void closes() throws Exception {
    inCase(
        "closed by another thread while reading",
        () -> {
          AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
          channel.connect(silent).get();
          Future<Integer> read = channel.read(ByteBuffer.allocate(1));
          step("close", () -> close(channel));
          return read.get(10, TimeUnit.SECONDS);
        });
    inCase(
        "shutdownOutput",
        () -> {
          AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
          step("unconnected", () -> channel.shutdownOutput() == channel);
          step("connect", () -> channel.connect(friendly).get());
          step("connected", () -> channel.shutdownOutput() == channel);
          step("again", () -> channel.shutdownOutput() == channel);
          step("write", () -> channel.write(ByteBuffer.allocate(1)).get());
          step("read", () -> channel.read(ByteBuffer.allocate(2)).get());
          step("end", () -> channel.read(ByteBuffer.allocate(2)).get());
          step("close", () -> close(channel));
          step("closed", () -> channel.shutdownOutput() == channel);
          return "ok";
        });
  }

  private static void options() throws Exception {
    inCase(
        "linger",
        () -> {
          AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
          step("set", () -> channel.setOption(StandardSocketOptions.SO_LINGER, 0) == channel);
          step(
              "reuse",
              () -> channel.setOption(StandardSocketOptions.SO_REUSEADDR, true) == channel);
          step("connect", () -> channel.connect(friendly).get());
          step("reuse is", () -> channel.getOption(StandardSocketOptions.SO_REUSEADDR));
          step("close", () -> close(channel));
          step("closed", () -> channel.setOption(StandardSocketOptions.SO_REUSEADDR, true));
          return "ok";
        });
  }

  private static String close(AsynchronousSocketChannel channel) throws Exception {
    channel.close();
    return "ok";
  }

  private static void tellState(AsynchronousSocketChannel channel) {
    tell("open " + channel.isOpen() + ", " + channel);
    value("local", channel::getLocalAddress);
    value("remote", channel::getRemoteAddress);
  }

  private static InetSocketAddress zero() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
