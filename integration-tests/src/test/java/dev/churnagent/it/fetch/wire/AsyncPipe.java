package dev.churnagent.it.fetch.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** An asynchronous channel, waited for. */
final class AsyncPipe extends Pipe {
  /** With a fixed pool, only its threads read and write for those who give a handler. */
  private static final AsynchronousChannelGroup POOL = pool();

  private final AsynchronousSocketChannel channel;
  private final boolean handlers;

  /**
   * Connects.
   *
   * @param handlers gathering writes and scattering reads with handlers on another thread, instead
   *     of futures of plain ones
   */
  AsyncPipe(SocketAddress address, boolean handlers) throws IOException {
    this.handlers = handlers;
    channel = AsynchronousSocketChannel.open(handlers ? POOL : null);
    get(channel.connect(address));
  }

  private static AsynchronousChannelGroup pool() {
    try {
      return AsynchronousChannelGroup.withFixedThreadPool(
          1,
          work -> {
            Thread thread = new Thread(work, "async-pipes");
            thread.setDaemon(true);
            return thread;
          });
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static <T> T get(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  @Override
  void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (handlers) {
      get(gather(bytes));
    } else {
      while (buffer.hasRemaining()) {
        get(channel.write(buffer));
      }
    }
  }

  /** Its first half direct. */
  private Future<Long> gather(byte[] bytes) {
    int half = bytes.length / 2;
    ByteBuffer[] parts = {
      ByteBuffer.allocateDirect(half).put(bytes, 0, half).flip(),
      ByteBuffer.wrap(bytes, half, bytes.length - half)
    };
    Handed done =
        new Handed() {
          @Override
          public void completed(Long count, Void attachment) {
            if (parts[1].hasRemaining()) {
              channel.write(parts, 0, parts.length, 0, TimeUnit.SECONDS, null, this);
            } else {
              super.completed(count, attachment);
            }
          }
        };
    channel.write(parts, 0, parts.length, 0, TimeUnit.SECONDS, null, done);
    return done.result;
  }

  @Override
  int read(byte[] into) throws IOException {
    if (!handlers) {
      return get(channel.read(ByteBuffer.wrap(into)));
    }
    int half = into.length / 2;
    ByteBuffer[] parts = {
      ByteBuffer.allocateDirect(half), ByteBuffer.wrap(into, half, into.length - half)
    };
    Handed done = new Handed();
    channel.read(parts, 0, parts.length, 0, TimeUnit.SECONDS, null, done);
    long count = get(done.result);
    parts[0].flip().get(into, 0, parts[0].limit());
    return (int) count;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static class Handed implements CompletionHandler<Long, Void> {
    final CompletableFuture<Long> result = new CompletableFuture<>();

    @Override
    public void completed(Long count, Void attachment) {
      result.complete(count);
    }

    @Override
    public void failed(Throwable thrown, Void attachment) {
      result.completeExceptionally(thrown);
    }
  }
}
