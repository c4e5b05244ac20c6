package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method of a task that may run often, by which it comes to its end. */
public final class ThisOverAdvice {
  private ThisOverAdvice() {}

  /** It need not be remembered until it is collected. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object task) {
    TaskHook.taskOver(task);
  }
}
