package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** As {@link CopyMadeAdvice}, of the constructor's second argument. */
public final class SecondArgumentCopyMadeAdvice {
  private SecondArgumentCopyMadeAdvice() {}

  /** As there. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Argument(1) Object task, @Advice.This Object copy) {
    TaskHook.copied(task, copy);
  }
}
