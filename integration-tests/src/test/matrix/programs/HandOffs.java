package programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import library.Opener;
import library.OpenerThread;
import library.OpeningTimerTask;
import library.RepeatedOpener;

/** A library's work is done by another thread: by threads, pools and timers. */
public final class HandOffs {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
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
}
