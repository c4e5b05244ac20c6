package programs;

import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Guava's executor of one task at a time. */
public final class GuavaQueues {
  private GuavaQueues() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(GuavaQueues.class, arguments);
  }

  static void sequentialFromTwo(int port, int times) throws Exception {
    Executor sequential = MoreExecutors.newSequentialExecutor(OneByOne.POOL);
    OneByOne.run(
        work -> sequential.execute(work),
        () -> sequentialByOne(sequential, port),
        () -> sequentialByAnother(sequential, port),
        times);
  }

  private static Future<?> sequentialByOne(Executor executor, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    executor.execute(task);
    return task;
  }

  private static Future<?> sequentialByAnother(Executor executor, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    executor.execute(task);
    return task;
  }
}
