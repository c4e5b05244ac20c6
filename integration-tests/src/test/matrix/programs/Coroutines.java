package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;
import library.Opener;

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
}
