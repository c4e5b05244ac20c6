package programs;

import io.grpc.SynchronizationContext;
import io.grpc.internal.SerializingExecutor;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** gRPC's executors of one task at a time. */
public final class GrpcQueues {
  private GrpcQueues() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(GrpcQueues.class, arguments);
  }

  static void serialFromTwo(int port, int times) throws Exception {
    Executor serial = new SerializingExecutor(OneByOne.POOL);
    OneByOne.run(
        serial::execute,
        () -> serialByOne(serial, port),
        () -> serialByAnother(serial, port),
        times);
  }

  private static Future<?> serialByOne(Executor executor, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    executor.execute(task);
    return task;
  }

  private static Future<?> serialByAnother(Executor executor, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    executor.execute(task);
    return task;
  }

  /** Whoever comes first works for all that come meanwhile. */
  static void synchronizedFromTwo(int port, int times) throws Exception {
    SynchronizationContext context =
        new SynchronizationContext((thread, failure) -> failure.printStackTrace());
    OneByOne.run(
        work -> {
          context.executeLater(work);
          OneByOne.POOL.execute(context::drain);
        },
        () -> synchronizedByOne(context, port),
        () -> synchronizedByAnother(context, port),
        times);
  }

  private static Future<?> synchronizedByOne(SynchronizationContext context, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    context.execute(task);
    return task;
  }

  private static Future<?> synchronizedByAnother(SynchronizationContext context, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    context.execute(task);
    return task;
  }
}
