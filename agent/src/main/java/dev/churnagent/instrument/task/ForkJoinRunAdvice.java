package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinTask.doExec()}, which may run inside another one on the same thread. */
public final class ForkJoinRunAdvice {
  private ForkJoinRunAdvice() {}

  /** Null if nothing is known of the task. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Advice.This Object task) {
    return TaskHook.taskEntered(task);
  }

  /** Back to what the thread did before. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      TaskHook.taskLeft(token);
    }
  }
}
