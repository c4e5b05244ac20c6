package dev.churnagent.it.fetch.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** The same five steps by five authors, each of whom hides the fetch in another way. */
final class DeepSteps {
  private static final int DEPTH = 20;

  private final Device device;

  DeepSteps(Device device) {
    this.device = device;
  }

  /** Through a helper. */
  void a(String path) {
    Helper.dataOf(device, path);
  }

  /** In a lambda. */
  void b(String path) {
    Optional.of(device).map(it -> Helper.dataOf(it, path)).orElseThrow();
  }

  /** In an anonymous class. */
  void c(String path) throws Exception {
    new Callable<String>() {
      @Override
      public String call() {
        return Helper.dataOf(device, path);
      }
    }.call();
  }

  /** In a completed future and a stream. */
  void d(String path) {
    CompletableFuture.completedFuture(path)
        .thenApply(it -> List.of(it).stream().map(each -> Helper.dataOf(device, each)).toList())
        .join();
  }

  /** Deep in a recursion. */
  void e(String path) {
    descend(path, DEPTH);
  }

  private String descend(String path, int depth) {
    return depth == 0 ? Helper.dataOf(device, path) : descend(path, depth - 1);
  }

  /** What everybody means to use. */
  private static final class Helper {
    static String dataOf(Device device, String path) {
      try {
        return device.fetch(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
