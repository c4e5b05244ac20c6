package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** The constructor of what is done for the same one as its first argument is. */
public final class CopyMadeAdvice {
  private CopyMadeAdvice() {}

  /** Then the object is there. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Argument(0) Object task, @Advice.This Object copy) {
    TaskHook.copied(task, copy);
  }
}
