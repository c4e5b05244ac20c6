package programs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import library.Opener;
import library.OpeningAtEndPool;
import library.QueueWorker;
import library.RepeatedOpener;

/** What a worker did before, or does by itself, says nothing of what it does now. */
public final class Workers {
  private static final ExecutorService SINGLE =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());

  private Workers() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Workers.class, arguments);
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

  /** What an executor rejects is no work of whoever had it rejected, once another one gives it. */
  static void givenAfterRejection(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    for (int i = 0; i < times; i++) {
      rejected(opener);
      discarded(opener);
      givenAfterRejection(opener);
    }
    opener.await();
  }

  private static void givenAfterRejection(RepeatedOpener opener) {
    SINGLE.execute(opener);
  }

  private static void rejected(RepeatedOpener opener) {
    try {
      ended(new ThreadPoolExecutor.AbortPolicy()).execute(opener);
    } catch (RejectedExecutionException e) {
      return;
    }
    throw new IllegalStateException("it was to be rejected");
  }

  private static void discarded(RepeatedOpener opener) {
    ended(new ThreadPoolExecutor.DiscardPolicy()).execute(opener);
  }

  private static ExecutorService ended(RejectedExecutionHandler handler) {
    ExecutorService pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), handler);
    pool.shutdown();
    return pool;
  }

  /** Pools that had rather a thread than a full queue put into it by force what they rejected. */
  static void forcedFromTwo(int port, int times) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new SlowQueue(),
            (task, full) -> full.getQueue().addAll(List.of(task)));
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(forcedByOne(pool, port));
      futures.add(forcedByAnother(pool, port));
    }
    Calls.await(futures);
  }

  private static Future<?> forcedByOne(ThreadPoolExecutor pool, int port) {
    return pool.submit((Callable<Integer>) new Opener(port));
  }

  private static Future<?> forcedByAnother(ThreadPoolExecutor pool, int port) {
    return pool.submit((Callable<Integer>) new Opener(port));
  }

  /** Takes nothing that is only offered. */
  private static final class SlowQueue extends LinkedBlockingQueue<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return false;
    }

    @Override
    public boolean addAll(Collection<? extends Runnable> tasks) {
      tasks.forEach(super::offer);
      return true;
    }
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
