package dev.churnagent.benchmarks.soak;

import java.io.IOException;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The ways in which programs come to open a connection: on the caller's thread, or handed over to
 * another one. All pools have a fixed size, so that a growing number of threads is not theirs.
 */
final class Ways implements AutoCloseable {
  private static final int POOL_SIZE = 4;

  private final Connections connections;
  private final Tally tally;
  private final ThreadPoolExecutor pool =
      (ThreadPoolExecutor) Executors.newFixedThreadPool(POOL_SIZE);
  private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(2);
  private final AsynchronousChannelGroup group =
      AsynchronousChannelGroup.withFixedThreadPool(2, Executors.defaultThreadFactory());
  private final CloseWhenConnected closer;
  private final List<Task> all = new ArrayList<>();

  Ways(Connections connections, Tally tally) throws IOException {
    this.connections = connections;
    this.tally = tally;
    closer = new CloseWhenConnected(tally);
    scheduler.setRemoveOnCancelPolicy(true);
    all.add(number -> end("caller", connections::socket, number));
    all.add(number -> pool.execute(() -> end("pool", connections::exchange, number)));
    all.add(this::async);
    all.add(this::scheduled);
    all.add(number -> pool.submit(() -> end("scope", connections::exchangeInScope, number)));
    all.add(number -> end("non-blocking", connections::nonBlocking, number));
    all.add(this::watchedChannel);
    all.add(number -> new Thread(() -> end("thread", connections::closedByPeer, number)).start());
    all.add(number -> pool.submit(() -> end("url", connections::url, number)));
    all.add(this::asynchronousChannel);
    if (Runtime.version().feature() >= 21) {
      all.add(virtualThread());
    }
  }

  /** Begins the connection of that number, in the way whose turn it is. */
  void start(int number) {
    tally.begin();
    try {
      all.get(number % all.size()).run(number);
    } catch (Exception e) {
      tally.fail("start", e);
    }
  }

  int count() {
    return all.size();
  }

  private void end(String way, Task task, int number) {
    try {
      task.run(number);
      tally.end();
    } catch (Throwable e) {
      tally.fail(way, e);
    }
  }

  private void watchedChannel(int number) {
    int item = number % Connections.ITEMS;
    pool.execute(() -> end("channel", connections::channel, item));
  }

  /** Two stages, so that there is a hand-over from one to the other. */
  private void async(int number) {
    CompletableFuture.runAsync(() -> {})
        .thenRunAsync(() -> end("async", connections::socket, number));
  }

  /** Beside each there is one that is given up, which must not be remembered for ever. */
  private void scheduled(int number) {
    scheduler.schedule(
        () -> end("scheduled", connections::exchangeInScope, number),
        number % 20,
        TimeUnit.MILLISECONDS);
    scheduler.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
  }

  private void asynchronousChannel(int number) throws IOException {
    // Closed by the handler.
    @SuppressWarnings("resource")
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open(group);
    channel.connect(connections.to(number), channel, closer);
  }

  /** By reflection, because these classes are compiled for 17. */
  private Task virtualThread() {
    try {
      ExecutorService virtual =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return number -> virtual.execute(() -> end("virtual", connections::exchange, number));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    pool.shutdown();
    scheduler.shutdown();
    group.shutdown();
  }
}
