package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code ThreadPoolExecutor.Worker.run()}: the task that the thread was made for. */
public final class WorkerRunAdvice {
  private WorkerRunAdvice() {}

  /** Null if the thread was made without one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("firstTask") Runnable task) {
    TaskHook.taskStarting(task);
  }
}
