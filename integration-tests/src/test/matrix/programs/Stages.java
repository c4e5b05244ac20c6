package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import library.Opener;
import library.OpeningAction;
import library.OpeningAtEndPool;

/** A library's work is done by another thread: by fork and join, streams and stages. */
public final class Stages {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  private Stages() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Stages.class, arguments);
  }

  static void commonPool(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(ForkJoinPool.commonPool().submit((Callable<Integer>) new Opener(port)));
    }
    for (Future<?> future : futures) {
      awaitWithoutHelping(future);
    }
  }

  /** A waiter of the same pool would do the work itself. */
  private static void awaitWithoutHelping(Future<?> future) throws Exception {
    while (!future.isDone()) {
      Thread.onSpinWait();
    }
    future.get();
  }

  static void workStealingPool(int port, int times) throws Exception {
    ExecutorService pool = Executors.newWorkStealingPool(2);
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(pool.submit((Callable<Integer>) new Opener(port)));
    }
    Calls.await(futures);
    pool.shutdown();
  }

  static void splitTask(int port, int times) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.submit(new OpeningAction(port, times)).get();
    pool.shutdown();
  }

  static void parallelStream(int port, int times) {
    IntStream.range(0, times).parallel().map(new Opener(port)::openOnce).sum();
  }

  static void supplyAsync(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(CompletableFuture.supplyAsync(new Opener(port)));
    }
    Calls.await(futures);
  }

  static void supplyAsyncToPool(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(CompletableFuture.supplyAsync(new Opener(port), POOL));
    }
    Calls.await(futures);
  }

  static void thenApplyAsync(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(
          CompletableFuture.runAsync(OpeningAtEndPool::nothing)
              .thenApply(Integer.class::cast)
              .thenRunAsync(new Opener(port), POOL));
    }
    Calls.await(futures);
  }

  static void thenComposeAsync(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(
          CompletableFuture.completedFuture(port).thenComposeAsync(Opener::openLater, POOL));
    }
    Calls.await(futures);
  }

  /** The stage belongs to whoever adds it, not to whoever completes what it waits for. */
  static void stageCompletedElsewhere(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      CompletableFuture<Integer> start = new CompletableFuture<>();
      Future<?> end = addStage(start, port);
      complete(start);
      Calls.await(end);
    }
  }

  private static Future<?> addStage(CompletableFuture<Integer> start, int port) {
    return start.thenRunAsync(new Opener(port));
  }

  private static void complete(CompletableFuture<Integer> start) throws Exception {
    POOL.submit(() -> start.complete(1)).get();
  }

  static void delayedExecutor(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(
          CompletableFuture.runAsync(
              new Opener(port), CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS)));
    }
    Calls.await(futures);
  }
}
