package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import library.Opener;

/** What two give to an executor of one task at a time, while its thread is busy for a third. */
final class OneByOne {
  /** Where such an executor has its thread from. */
  static final ExecutorService POOL = Executors.newCachedThreadPool();

  private OneByOne() {}

  /** A task that opens a connection. */
  static FutureTask<Integer> opener(int port) {
    return new FutureTask<>((Callable<Integer>) new Opener(port));
  }

  /** Lets each of the two hand over so many tasks to that executor, and waits for all. */
  static void run(
      Executor executor, Supplier<Future<?>> one, Supplier<Future<?>> another, int times)
      throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch given = new CountDownLatch(1);
    executor.execute(
        () -> {
          busy.countDown();
          await(given);
        });
    await(busy);
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(one.get());
      futures.add(another.get());
    }
    given.countDown();
    Calls.await(futures);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
