package dev.churnagent.it.clients;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Connects by {@code AsynchronousSocketChannel}. */
public final class AsyncChannels {
  private AsyncChannels() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(AsyncChannels.class, arguments);
  }

  static void future(int port) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      channel.connect(Addresses.loopback(port)).get();
      ping(channel);
    }
  }

  static void handler(int port) throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      channel.connect(Addresses.loopback(port), done, new Completion());
      done.get();
      ping(channel);
    }
  }

  static void ownGroup(int port) throws Exception {
    AsynchronousChannelGroup group =
        AsynchronousChannelGroup.withFixedThreadPool(1, Executors.defaultThreadFactory());
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open(group)) {
      channel.bind(Addresses.loopback(0));
      channel.connect(Addresses.loopback(port)).get();
      ping(channel);
    } finally {
      group.shutdownNow();
    }
  }

  private static void ping(AsynchronousSocketChannel channel) throws Exception {
    ByteBuffer one = ByteBuffer.allocate(1).put((byte) 'a').flip();
    channel.write(one).get();
    one.clear();
    channel.read(one).get();
    Ping.expect(one.flip().get());
  }

  private static final class Completion
      implements CompletionHandler<Void, CompletableFuture<Void>> {
    @Override
    public void completed(Void result, CompletableFuture<Void> done) {
      done.complete(null);
    }

    @Override
    public void failed(Throwable thrown, CompletableFuture<Void> done) {
      done.completeExceptionally(thrown);
    }
  }
}
