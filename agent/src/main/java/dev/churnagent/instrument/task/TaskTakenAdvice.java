package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.getTask()}: what the worker runs next. */
public final class TaskTakenAdvice {
  private TaskTakenAdvice() {}

  /** The task before it is done: nothing of it is kept while the thread waits. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter() {
    TaskHook.taskStarting(null);
  }

  /** Null if the thread is to end. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Return Runnable task) {
    TaskHook.taskStarting(task);
  }
}
