package dev.churnagent.programs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** HTTP over asynchronous channels, in every form of their reads and writes. */
final class AsyncRequests {
  private static final int BODY = 4_000_000;
  private static final String HOST = " HTTP/1.0\r\nHost: h\r\n";

  private final InetSocketAddress server;

  AsyncRequests(InetSocketAddress server) {
    this.server = server;
  }

  /** One buffer, direct. */
  void futures() throws Exception {
    try (AsynchronousSocketChannel channel = connect(null)) {
      ByteBuffer request = ByteBuffer.allocateDirect(100);
      request.put(ascii("junkGET /async-future" + HOST + "\r\n")).flip().position(4);
      while (request.hasRemaining()) {
        channel.write(request).get();
      }
      ByteBuffer answer = ByteBuffer.allocate(10);
      while (channel.read(answer.clear().position(3)).get() >= 0) {
        continue;
      }
    }
  }

  /** Of a fixed pool only its threads read and write, once a handler is given. */
  void handlers() throws Exception {
    AsynchronousChannelGroup group = group();
    try (AsynchronousSocketChannel channel = connect(group)) {
      ByteBuffer[] request = {
        ByteBuffer.wrap(ascii("never")),
        ByteBuffer.wrap(ascii("GET /async-")),
        ByteBuffer.allocateDirect(100).put(ascii("handler" + HOST + "\r\n")).flip()
      };
      write(channel, request, 1).get();
      ByteBuffer[] answer = {ByteBuffer.allocate(9), ByteBuffer.allocateDirect(90)};
      while (read(channel, answer) >= 0) {
        answer[0].clear().position(2);
        answer[1].clear();
      }
    } finally {
      group.shutdownNow();
    }
  }

  /** More than the socket's buffers hold; what is left is written by the handler's thread. */
  void partialWrites() throws Exception {
    byte[] body = new byte[BODY];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (i * 31 >>> 3);
    }
    AsynchronousChannelGroup group = group();
    try (AsynchronousSocketChannel channel = connect(group)) {
      channel.setOption(StandardSocketOptions.SO_SNDBUF, 1 << 16);
      String head = "POST /async-partial" + HOST + "Content-Length: " + BODY + "\r\n\r\n";
      write(channel, new ByteBuffer[] {ByteBuffer.wrap(ascii(head)), ByteBuffer.wrap(body)}, 0)
          .get();
      ByteBuffer answer = ByteBuffer.allocate(100);
      while (channel.read(answer.clear()).get() >= 0) {
        continue;
      }
    } finally {
      group.shutdownNow();
    }
    System.out.println("async digest " + WireRun.digest(body));
  }

  /** A read that waits, and a close that ends it. */
  void givenUp() throws Exception {
    try (AsynchronousSocketChannel channel = connect(null)) {
      channel.write(ByteBuffer.wrap(ascii("GET /async-given-up" + HOST))).get();
      channel.read(ByteBuffer.allocate(1));
    }
  }

  private AsynchronousSocketChannel connect(AsynchronousChannelGroup group) throws Exception {
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open(group);
    channel.connect(server).get();
    return channel;
  }

  private static AsynchronousChannelGroup group() throws IOException {
    return AsynchronousChannelGroup.withFixedThreadPool(1, Executors.defaultThreadFactory());
  }

  private static CompletableFuture<Void> write(
      AsynchronousSocketChannel channel, ByteBuffer[] buffers, int from) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    channel.write(
        buffers,
        from,
        buffers.length - from,
        1,
        TimeUnit.MINUTES,
        channel,
        new CompletionHandler<Long, AsynchronousSocketChannel>() {
          @Override
          public void completed(Long count, AsynchronousSocketChannel channel) {
            if (buffers[buffers.length - 1].hasRemaining()) {
              channel.write(
                  buffers, from, buffers.length - from, 1, TimeUnit.MINUTES, channel, this);
            } else {
              done.complete(null);
            }
          }

          @Override
          public void failed(Throwable thrown, AsynchronousSocketChannel channel) {
            done.completeExceptionally(thrown);
          }
        });
    return done;
  }

  private static long read(AsynchronousSocketChannel channel, ByteBuffer[] into) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    channel.read(
        into,
        0,
        into.length,
        1,
        TimeUnit.MINUTES,
        null,
        new CompletionHandler<Long, Void>() {
          @Override
          public void completed(Long count, Void attachment) {
            done.complete(count);
          }

          @Override
          public void failed(Throwable thrown, Void attachment) {
            done.completeExceptionally(thrown);
          }
        });
    return done.join();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
