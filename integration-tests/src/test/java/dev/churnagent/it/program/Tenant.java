package dev.churnagent.it.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What a server deploys and later throws away: hands work to threads that outlive it. */
public final class Tenant {
  private final int port;

  private Tenant(int port) {
    this.port = port;
  }

  /** Opens eleven connections, on everybody's threads. */
  public static void use(
      int port, ExecutorService pool, ScheduledExecutorService scheduler, Timer timer)
      throws Exception {
    Tenant tenant = new Tenant(port);
    List<Future<?>> futures = new ArrayList<>();
    futures.add(pool.submit((Callable<Integer>) tenant::open));
    futures.add(pool.submit((Runnable) tenant::open));
    futures.add(CompletableFuture.supplyAsync(tenant::open));
    futures.add(CompletableFuture.supplyAsync(tenant::open, pool).thenRunAsync(tenant::open, pool));
    futures.add(ForkJoinPool.commonPool().submit((Callable<Integer>) tenant::open));
    futures.add(scheduler.schedule((Callable<Integer>) tenant::open, 1, TimeUnit.MILLISECONDS));
    // Handed over, and never run.
    scheduler.schedule((Callable<Integer>) tenant::open, 1, TimeUnit.HOURS).cancel(false);
    for (Future<?> future : futures) {
      future.get();
    }
    repeat(tenant, scheduler);
    timed(tenant, timer);
    Thread thread = new Thread(tenant::open);
    thread.start();
    thread.join();
    IntStream.range(0, 1).parallel().forEach(number -> tenant.open());
  }

  private static void repeat(Tenant tenant, ScheduledExecutorService scheduler) throws Exception {
    CountDownLatch once = new CountDownLatch(1);
    ScheduledFuture<?> runs =
        scheduler.scheduleAtFixedRate(() -> tenant.openFor(once), 0, 1, TimeUnit.MILLISECONDS);
    once.await();
    runs.cancel(true);
  }

  private static void timed(Tenant tenant, Timer timer) throws Exception {
    CountDownLatch once = new CountDownLatch(1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            tenant.openFor(once);
          }
        },
        1);
    once.await();
  }

  private void openFor(CountDownLatch latch) {
    if (latch.getCount() > 0) {
      open();
      latch.countDown();
    }
  }

  private int open() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
