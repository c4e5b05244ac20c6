package dev.churnagent.instrument.task;

import dev.churnagent.hook.CallHook;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.getTask()}: what the worker runs next. */
public final class TaskTakenAdvice {
  private TaskTakenAdvice() {}

  /** Null if the thread is to end. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Return Runnable task) {
    CallHook.taskStarting(task);
  }
}
