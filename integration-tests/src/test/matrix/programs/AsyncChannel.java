package programs;

import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** AsynchronousSocketChannel, of the default group and of one of its own. */
public final class AsyncChannel {
  private AsyncChannel() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(AsyncChannel.class, arguments);
  }

  static void future(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
        Calls.await(channel.connect(address(port)));
      }
    }
  }

  static void handler(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
        Completion completion = new Completion();
        channel.connect(address(port), null, completion);
        Calls.await(completion.done);
      }
    }
  }

  static void handlerOfOwnGroup(int port, int times) throws Exception {
    AsynchronousChannelGroup group =
        AsynchronousChannelGroup.withThreadPool(Executors.newFixedThreadPool(2));
    for (int i = 0; i < times; i++) {
      try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open(group)) {
        Completion completion = new Completion();
        channel.connect(address(port), null, completion);
        Calls.await(completion.done);
      }
    }
    group.shutdownNow();
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  private static final class Completion implements CompletionHandler<Void, Void> {
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    @Override
    public void completed(Void result, Void attachment) {
      done.complete(null);
    }

    @Override
    public void failed(Throwable failure, Void attachment) {
      done.completeExceptionally(failure);
    }
  }
}
