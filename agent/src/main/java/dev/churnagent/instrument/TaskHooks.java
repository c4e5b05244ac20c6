package dev.churnagent.instrument;

import dev.churnagent.instrument.task.ArgumentHandedOverAdvice;
import dev.churnagent.instrument.task.ArgumentRejectedAdvice;
import dev.churnagent.instrument.task.ArgumentRunAdvice;
import dev.churnagent.instrument.task.ConnectHandlerAdvice;
import dev.churnagent.instrument.task.ExternalSubmitAdvice;
import dev.churnagent.instrument.task.ForkJoinRunAdvice;
import dev.churnagent.instrument.task.ForkedAdvice;
import dev.churnagent.instrument.task.PoolSubmitAdvice;
import dev.churnagent.instrument.task.RunAgainAdvice;
import dev.churnagent.instrument.task.StageMadeAdvice;
import dev.churnagent.instrument.task.TaskTakenAdvice;
import dev.churnagent.instrument.task.ThisHandedOverAdvice;
import dev.churnagent.instrument.task.ThreadStartAdvice;
import dev.churnagent.instrument.task.TimerTaskDueAdvice;
import dev.churnagent.instrument.task.TimerTaskScheduledAdvice;
import dev.churnagent.instrument.task.TransferHandlerAdvice;
import dev.churnagent.instrument.task.WorkerRunAdvice;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Which methods of this JDK are hooked so that work is followed to other threads. No task is
 * wrapped: the object that is handed over is the one that a thread later begins. Read from the
 * sources of JDK 25 and the byte code of JDK 17.
 *
 * <p>The asynchronous steps of a {@code CompletableFuture} are objects that go through an
 * executor's {@code execute}, where the step before ends. Parallel streams fork ForkJoinTasks.
 * {@code FutureTask} is what the executors themselves are given.
 */
final class TaskHooks {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String POOL = "java.util.concurrent.ForkJoinPool";
  private static final String FORK_JOIN_TASK = "Ljava/util/concurrent/ForkJoinTask;";
  private static final String SCHEDULED_TASK =
      "Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;";
  private static final String LAST_ARGUMENTS =
      "Ljava/lang/Object;Ljava/nio/channels/CompletionHandler;)Ljava/util/concurrent/Future;";
  private static final String TRANSFER =
      "(ZLjava/nio/ByteBuffer;[Ljava/nio/ByteBuffer;JLjava/util/concurrent/TimeUnit;"
          + LAST_ARGUMENTS;
  private static final String CONTAINER = "(Ljdk/internal/vm/ThreadContainer;)V";

  private TaskHooks() {}

  /** The hooks for the running JDK. */
  static List<HookedClass> here() {
    boolean virtual = exists("java.lang.VirtualThread");
    List<HookedClass> classes = new ArrayList<>();
    classes.add(threads(virtual));
    if (virtual) {
      classes.add(
          HookedClass.late("java/lang/VirtualThread")
              .with("start", CONTAINER, ThisHandedOverAdvice.class));
    }
    classes.add(
        HookedClass.early(CONCURRENT + "ThreadPoolExecutor")
            .with("execute", "(Ljava/lang/Runnable;)V", ArgumentHandedOverAdvice.class)
            .with("reject", "(Ljava/lang/Runnable;)V", ArgumentRejectedAdvice.class)
            .with("getTask", "()Ljava/lang/Runnable;", TaskTakenAdvice.class));
    classes.add(
        HookedClass.early(CONCURRENT + "ThreadPoolExecutor$Worker")
            .with("run", "()V", WorkerRunAdvice.class));
    classes.add(
        HookedClass.late(CONCURRENT + "ScheduledThreadPoolExecutor")
            .with(
                "delayedExecute",
                "(Ljava/util/concurrent/RunnableScheduledFuture;)V",
                ArgumentHandedOverAdvice.class));
    classes.add(
        HookedClass.late(CONCURRENT + "CompletableFuture$UniCompletion")
            .with(
                "<init>",
                "(Ljava/util/concurrent/Executor;"
                    + "Ljava/util/concurrent/CompletableFuture;"
                    + "Ljava/util/concurrent/CompletableFuture;)V",
                StageMadeAdvice.class));
    // An executor of which nothing is known runs them as any Runnable: a thread for each step, for
    // one, which the JDK itself uses where the common pool has but one.
    for (String step : new String[] {"Completion", "AsyncSupply", "AsyncRun"}) {
      classes.add(
          HookedClass.late(CONCURRENT + "CompletableFuture$" + step)
              .with("run", "()V", ForkJoinRunAdvice.class));
    }
    classes.add(forkJoinTask());
    classes.add(forkJoinPool());
    // A request that is redirected or tried again goes on where its last answer, or failure, was
    // met: a thread of the client's, which is older than the request.
    classes.add(
        HookedClass.late("jdk/internal/net/http/MultiExchange")
            .with(
                "responseAsyncImpl",
                "()Ljava/util/concurrent/CompletableFuture;",
                RunAgainAdvice.class));
    addTimer(classes);
    addAsynchronousChannels(classes);
    return classes;
  }

  private static HookedClass threads(boolean virtual) {
    HookedClass threads =
        HookedClass.early("java/lang/Thread").with("start", "()V", ThreadStartAdvice.class);
    return virtual ? threads.with("start", CONTAINER, ThreadStartAdvice.class) : threads;
  }

  /** What {@code doExec} returns has changed: the status, or nothing. */
  private static HookedClass forkJoinTask() {
    Method run = declared("java.util.concurrent.ForkJoinTask", "doExec");
    String returns = run == null || run.getReturnType() == void.class ? "V" : "I";
    return HookedClass.early(CONCURRENT + "ForkJoinTask")
        .with("fork", "()" + FORK_JOIN_TASK, ForkedAdvice.class)
        .with("doExec", "()" + returns, ForkJoinRunAdvice.class);
  }

  /**
   * On JDK 17 everything that is submitted goes through {@code externalSubmit}, later through that
   * or {@code poolSubmit}. What is scheduled (JDK 25) goes straight to a queue when it is due.
   */
  private static HookedClass forkJoinPool() {
    HookedClass pool =
        HookedClass.early(CONCURRENT + "ForkJoinPool")
            .with(
                "externalSubmit",
                "(" + FORK_JOIN_TASK + ")" + FORK_JOIN_TASK,
                ExternalSubmitAdvice.class);
    if (declared(POOL, "poolSubmit") != null) {
      pool.with("poolSubmit", "(Z" + FORK_JOIN_TASK + ")" + FORK_JOIN_TASK, PoolSubmitAdvice.class);
    }
    if (declared(POOL, "scheduleDelayedTask") != null) {
      pool.with(
          "scheduleDelayedTask",
          "(" + SCHEDULED_TASK + ")" + SCHEDULED_TASK,
          ArgumentHandedOverAdvice.class);
    }
    return pool;
  }

  private static void addTimer(List<HookedClass> classes) {
    classes.add(
        HookedClass.late("java/util/Timer")
            .with("sched", "(Ljava/util/TimerTask;JJ)V", TimerTaskScheduledAdvice.class));
    classes.add(
        HookedClass.late("java/util/TaskQueue")
            .with("removeMin", "()V", TimerTaskDueAdvice.class)
            .with("rescheduleMin", "(J)V", TimerTaskDueAdvice.class));
  }

  /** The one for Windows is read from the sources, not tried. */
  private static void addAsynchronousChannels(List<HookedClass> classes) {
    for (String system : new String[] {"Unix", "Windows"}) {
      classes.add(
          HookedClass.late("sun/nio/ch/" + system + "AsynchronousSocketChannelImpl")
              .with(
                  "implConnect",
                  "(Ljava/net/SocketAddress;" + LAST_ARGUMENTS,
                  ConnectHandlerAdvice.class)
              .with("implRead", TRANSFER, TransferHandlerAdvice.class)
              .with("implWrite", TRANSFER, TransferHandlerAdvice.class));
    }
    classes.add(
        HookedClass.late("sun/nio/ch/Invoker")
            .with(
                "invokeUnchecked",
                "(Ljava/nio/channels/CompletionHandler;Ljava/lang/Object;Ljava/lang/Object;"
                    + "Ljava/lang/Throwable;)V",
                ArgumentRunAdvice.class));
  }

  private static Method declared(String type, String name) {
    try {
      for (Method method : Class.forName(type, false, null).getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          return method;
        }
      }
      return null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, null);
      return Runtime.version().feature() >= 21;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
