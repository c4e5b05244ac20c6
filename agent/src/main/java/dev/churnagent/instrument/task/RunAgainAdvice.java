package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/**
 * A method of what does its work by attempts: the first one where it was asked for, those after it
 * wherever the one before came to its end. All are work of whoever made the first.
 */
public final class RunAgainAdvice {
  private RunAgainAdvice() {}

  /** Null for the first: it runs in the context that it has, which is kept for the others. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Advice.This Object task) {
    return TaskHook.attemptEntered(task);
  }

  /** Back to what the thread did before. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      TaskHook.taskLeft(token);
    }
  }
}
