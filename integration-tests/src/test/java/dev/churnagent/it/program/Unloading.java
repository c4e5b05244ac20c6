package dev.churnagent.it.program;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Uses {@link Tenant} by class loaders of their own, and prints how many of them remain. */
public final class Unloading {
  private static final int THREADS = 2;
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final long PAUSE_NANOS = 5_000_000;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
  private final Timer timer = new Timer(true);

  private Unloading() {
    // A thread keeps who started it: its access control context.
    pool.prestartAllCoreThreads();
    scheduler.prestartAllCoreThreads();
    scheduler.setRemoveOnCancelPolicy(true);
  }

  /** Arguments: port, how many loaders. */
  public static void main(String... arguments) throws Exception {
    Unloading program = new Unloading();
    int port = Integer.parseInt(arguments[0]);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
      loaders.add(program.useTenant(port));
    }
    System.out.println("kept " + program.kept(loaders));
    System.exit(0);
  }

  private WeakReference<ClassLoader> useTenant(int port) throws Exception {
    URL here = Unloading.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {here}, platform)) {
      loader
          .loadClass(Tenant.class.getName())
          .getMethod(
              "use", int.class, ExecutorService.class, ScheduledExecutorService.class, Timer.class)
          .invoke(null, port, pool, scheduler, timer);
      return new WeakReference<>(loader);
    }
  }

  private long kept(List<WeakReference<ClassLoader>> loaders) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    long kept = loaders.size();
    while (kept > 0 && System.nanoTime() < end) {
      somethingElse();
      System.gc();
      LockSupport.parkNanos(PAUSE_NANOS);
      kept = loaders.stream().filter(loader -> loader.get() != null).count();
    }
    return kept;
  }

  /** A thread that rests may still have its last task in a local variable. */
  private void somethingElse() throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < 2 * THREADS; i++) {
      futures.add(pool.submit(Unloading::nothing));
      futures.add(scheduler.submit(Unloading::nothing));
      futures.add(ForkJoinPool.commonPool().submit(Unloading::nothing));
    }
    for (Future<?> future : futures) {
      future.get();
    }
    CountDownLatch timed = new CountDownLatch(1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            timed.countDown();
          }
        },
        0);
    timed.await();
  }

  private static void nothing() {}
}
