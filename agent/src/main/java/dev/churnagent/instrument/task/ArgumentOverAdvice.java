package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** The argument has run for the last time. */
public final class ArgumentOverAdvice {
  private ArgumentOverAdvice() {}

  /** Whether or not the method then succeeds. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) Object task) {
    TaskHook.taskOver(task);
  }
}
