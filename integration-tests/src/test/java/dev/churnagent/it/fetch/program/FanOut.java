package dev.churnagent.it.fetch.program;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three tasks on threads of each kind; every {@code run} method is a scope. */
final class FanOut {
  static final int TASKS = 3;

  private final Device device;

  FanOut(Device device) {
    this.device = device;
  }

  void runExecutor(String path) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(TASKS);
    await(tasks(path).stream().<Future<?>>map(executor::submit).toList());
    executor.shutdown();
  }

  void runCompletableFutures(String path) {
    tasks(path).stream()
        .map(task -> CompletableFuture.supplyAsync(task, Executors.newSingleThreadExecutor()))
        .toList()
        .forEach(CompletableFuture::join);
  }

  /** Needs a common pool of as many threads. */
  void runParallelStream(String path) {
    Fetching[] tasks = tasks(path).toArray(new Fetching[0]);
    Stream.of(tasks).parallel().forEach(Fetching::run);
  }

  void runThreads(String path) throws Exception {
    List<Thread> threads = tasks(path).stream().map(Thread::new).toList();
    threads.forEach(Thread::start);
    join(threads);
  }

  /** By reflection, because this is compiled for 17. */
  void runVirtualThreads(String path) throws Exception {
    Thread[] threads = new Thread[TASKS];
    List<Fetching> tasks = tasks(path);
    for (int i = 0; i < TASKS; i++) {
      threads[i] =
          (Thread)
              Thread.class
                  .getMethod("startVirtualThread", Runnable.class)
                  .invoke(null, tasks.get(i));
    }
    join(List.of(threads));
  }

  private List<Fetching> tasks(String path) {
    CyclicBarrier together = new CyclicBarrier(TASKS);
    return IntStream.range(0, TASKS).mapToObj(i -> new Fetching(device, path, together)).toList();
  }

  private static void await(List<Future<?>> futures) throws Exception {
    for (Future<?> future : futures) {
      future.get();
    }
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
