package programs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import library.Opener;

/** What JDK 25 has more than 17, its preview of structured concurrency included. */
public final class NewHandOffs {
  private NewHandOffs() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(NewHandOffs.class, arguments);
  }

  static void virtualThread(int port, int times) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      threads.add(Thread.startVirtualThread(new Opener(port)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static void virtualThreadBuilder(int port, int times) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      threads.add(Thread.ofVirtual().unstarted(new Opener(port)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static void threadPerTask(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < times; i++) {
        futures.add(executor.submit((Callable<Integer>) new Opener(port)));
      }
    }
    Calls.await(futures);
  }

  static void structuredScope(int port, int times) throws Exception {
    try (StructuredTaskScope<Object, Void> scope = StructuredTaskScope.open()) {
      for (int i = 0; i < times; i++) {
        scope.fork((Callable<Integer>) new Opener(port));
      }
      scope.join();
    }
  }
}
