package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import library.Opener;
import library.RepeatedOpener;
import org.jboss.threads.EnhancedQueueExecutor;

/** The pool of Undertow, WildFly and Quarkus, which has a queue of its own. */
public final class JbossThreads {
  private static final ExecutorService POOL =
      new EnhancedQueueExecutor.Builder().setCorePoolSize(2).setMaximumPoolSize(2).build();

  private JbossThreads() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(JbossThreads.class, arguments);
  }

  /** Others had the workers started that serve these two. */
  static void submitFromTwo(int port, int times) throws Exception {
    startWorkers();
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(submittedByOne(port));
      futures.add(submittedByAnother(port));
    }
    Calls.await(futures);
  }

  private static void startWorkers() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Future<?> first = POOL.submit(() -> both.await());
    Calls.await(POOL.submit(() -> both.await()));
    Calls.await(first);
  }

  private static Future<?> submittedByOne(int port) {
    return POOL.submit((Callable<Integer>) new Opener(port));
  }

  private static Future<?> submittedByAnother(int port) {
    return POOL.submit((Callable<Integer>) new Opener(port));
  }

  static void schedule(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(
          ((ScheduledExecutorService) POOL)
              .schedule((Callable<Integer>) new Opener(port), 1, TimeUnit.MILLISECONDS));
    }
    Calls.await(futures);
  }

  static void fixedRate(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    ScheduledFuture<?> runs =
        ((ScheduledExecutorService) POOL).scheduleAtFixedRate(opener, 0, 1, TimeUnit.MILLISECONDS);
    opener.await();
    runs.cancel(false);
  }
}
