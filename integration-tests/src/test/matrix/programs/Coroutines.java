package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;
import library.Opener;
import library.RepeatedOpener;
import library.SuspendingOpener;

/** Kotlin's coroutines, started from Java. */
public final class Coroutines {
  private Coroutines() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Coroutines.class, arguments);
  }

  static void dispatcherAsExecutor(int port, int times) throws Exception {
    Executor executor = ExecutorsKt.asExecutor(Dispatchers.getIO());
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(CompletableFuture.supplyAsync(new Opener(port), executor));
    }
    Calls.await(futures);
  }

  static void future(int port, int times) throws Exception {
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(
          FutureKt.future(
              GlobalScope.INSTANCE,
              Dispatchers.getIO(),
              CoroutineStart.DEFAULT,
              new Opener(port)::openFor));
    }
    Calls.await(futures);
  }

  /** Plain tasks, no coroutines. */
  static void executeRunnable(int port, int times) throws Exception {
    List<RepeatedOpener> openers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      RepeatedOpener opener = new RepeatedOpener(port, 1);
      openers.add(opener);
      ExecutorsKt.asExecutor(Dispatchers.getDefault()).execute(opener);
    }
    for (RepeatedOpener opener : openers) {
      opener.await();
    }
  }

  /** Two workers at most, which take the others' tasks from a queue. */
  static void executeRunnableFromTwo(int port, int times) throws Exception {
    CoroutineDispatcher limited = Dispatchers.getDefault().limitedParallelism(2, null);
    List<RepeatedOpener> openers = new ArrayList<>();
    for (int i = 0; i < 2 * times; i++) {
      RepeatedOpener opener = new RepeatedOpener(port, 1);
      openers.add(opener);
      if (i < times) {
        executedByOne(limited, opener);
      } else {
        executedByAnother(limited, opener);
      }
    }
    for (RepeatedOpener opener : openers) {
      opener.await();
    }
  }

  private static void executedByOne(CoroutineDispatcher dispatcher, Runnable task) {
    ExecutorsKt.asExecutor(dispatcher).execute(task);
  }

  private static void executedByAnother(CoroutineDispatcher dispatcher, Runnable task) {
    ExecutorsKt.asExecutor(dispatcher).execute(task);
  }

  /** The thread that wakes all of them was started for somebody else's. */
  static void delayFromTwo(int port, int times) throws Exception {
    Calls.await(delayedFirst(port));
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(delayedByOne(port));
      futures.add(delayedByAnother(port));
    }
    Calls.await(futures);
  }

  private static CompletableFuture<?> delayedFirst(int port) {
    return FutureKt.future(
        GlobalScope.INSTANCE,
        Dispatchers.getDefault(),
        CoroutineStart.DEFAULT,
        new SuspendingOpener(port, Dispatchers.getDefault()).as(Function2.class));
  }

  private static CompletableFuture<?> delayedByOne(int port) {
    return FutureKt.future(
        GlobalScope.INSTANCE,
        Dispatchers.getDefault(),
        CoroutineStart.DEFAULT,
        new SuspendingOpener(port, Dispatchers.getDefault()).as(Function2.class));
  }

  private static CompletableFuture<?> delayedByAnother(int port) {
    return FutureKt.future(
        GlobalScope.INSTANCE,
        Dispatchers.getDefault(),
        CoroutineStart.DEFAULT,
        new SuspendingOpener(port, Dispatchers.getDefault()).as(Function2.class));
  }
}
