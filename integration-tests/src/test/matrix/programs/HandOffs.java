package programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import library.Opener;
import library.OpenerThread;
import library.OpeningAction;
import library.OpeningAtEndPool;
import library.OpeningTimerTask;
import library.QueueWorker;
import library.RepeatedOpener;

/** Every way of the JDK to have a library's work done by another thread. */
public final class HandOffs {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  private static final ExecutorService SINGLE =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  private static final ScheduledExecutorService SCHEDULER = Executors.newScheduledThreadPool(2);

  private HandOffs() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(HandOffs.class, arguments);
  }

  static void threadStart(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Thread thread = new Thread(new Opener(port));
      thread.start();
      thread.join();
    }
  }

  static void threadsOfThreads(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Thread thread = new OpenerThread(port, 2);
      thread.start();
      thread.join();
    }
  }

  static void execute(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    for (int i = 0; i < times; i++) {
      POOL.execute(opener);
    }
    opener.await();
  }

  static void submitCallable(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(POOL.submit((Callable<Integer>) new Opener(port)));
    }
    Calls.await(futures);
  }

  static void submitRunnable(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(POOL.submit((Runnable) new Opener(port)));
    }
    Calls.await(futures);
  }

  static void methodReference(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    Opener opener = new Opener(port);
    for (int i = 0; i < times; i++) {
      futures.add(POOL.submit(opener::get));
    }
    Calls.await(futures);
  }

  static void invokeAll(int port, int times) throws Exception {
    Calls.await(POOL.invokeAll(Collections.nCopies(times, new Opener(port))));
  }

  static void invokeAny(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      POOL.invokeAny(List.of(new Opener(port)));
    }
  }

  static void completionService(int port, int times) throws Exception {
    ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(POOL);
    for (int i = 0; i < times; i++) {
      service.submit((Callable<Integer>) new Opener(port));
    }
    for (int i = 0; i < times; i++) {
      Calls.await(service.take());
    }
  }

  static void cachedPool(int port, int times) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(pool.submit((Callable<Integer>) new Opener(port)));
    }
    Calls.await(futures);
    pool.shutdown();
  }

  static void scheduledOnce(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(
          SCHEDULER.schedule((Callable<Integer>) new Opener(port), i % 3, TimeUnit.MILLISECONDS));
    }
    Calls.await(futures);
  }

  static void fixedRate(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    ScheduledFuture<?> runs = SCHEDULER.scheduleAtFixedRate(opener, 0, 1, TimeUnit.MILLISECONDS);
    opener.await();
    runs.cancel(false);
  }

  static void fixedDelay(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    ScheduledFuture<?> runs = SCHEDULER.scheduleWithFixedDelay(opener, 0, 1, TimeUnit.MILLISECONDS);
    opener.await();
    runs.cancel(false);
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

  static void timer(int port, int times) throws Exception {
    Timer timer = new Timer(true);
    RepeatedOpener opener = new RepeatedOpener(port, times);
    timer.schedule(new OpeningTimerTask(opener), 0, 1);
    opener.await();
    timer.cancel();
  }

  static void timerOnce(int port, int times) throws Exception {
    Timer timer = new Timer(true);
    RepeatedOpener opener = new RepeatedOpener(port, times);
    for (int i = 0; i < times; i++) {
      timer.schedule(new OpeningTimerTask(opener), 1);
    }
    opener.await();
    timer.cancel();
  }

  /** One object that two methods hand over in turns. */
  static void sameObjectFromTwo(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, 2 * times);
    for (int i = 0; i < times; i++) {
      sameObjectByOne(opener);
      sameObjectByAnother(opener);
    }
    opener.await();
  }

  private static void sameObjectByOne(RepeatedOpener opener) {
    SINGLE.execute(opener);
  }

  private static void sameObjectByAnother(RepeatedOpener opener) {
    SINGLE.execute(opener);
  }

  /** Each task on the same worker is its own author's. */
  static void workerInTurns(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(workerByOne(port));
      futures.add(workerByAnother(port));
    }
    Calls.await(futures);
  }

  private static Future<?> workerByOne(int port) {
    return SINGLE.submit((Callable<Integer>) new Opener(port));
  }

  private static Future<?> workerByAnother(int port) {
    return SINGLE.submit((Callable<Integer>) new Opener(port));
  }

  /** A library's own queue is not followed: its thread's starter is the author. */
  static void ownQueue(int port, int times) throws Exception {
    QueueWorker worker = new QueueWorker(times);
    ownQueueStarted(worker);
    for (int i = 0; i < times; i++) {
      ownQueueFed(worker, port);
    }
    worker.end();
  }

  private static void ownQueueStarted(QueueWorker worker) {
    worker.start();
  }

  private static void ownQueueFed(QueueWorker worker, int port) {
    worker.add(port);
  }

  /** What a worker does after its tasks is no task's. */
  static void afterTheLastTask(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      OpeningAtEndPool pool = new OpeningAtEndPool(port);
      workerStarted(pool);
      lastTask(pool);
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static void workerStarted(OpeningAtEndPool pool) throws Exception {
    pool.submit(OpeningAtEndPool::nothing).get();
  }

  private static void lastTask(OpeningAtEndPool pool) throws Exception {
    pool.submit(OpeningAtEndPool::nothing).get();
  }
}
