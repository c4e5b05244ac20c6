package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** The constructor of what was made to be run later and tells its fourth argument of the result. */
public final class CopyToFourthArgumentAdvice {
  private CopyToFourthArgumentAdvice() {}

  /** Before it is in a queue. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.This Object task, @Advice.Argument(value = 3, optional = true) Object told) {
    TaskHook.copied(task, told);
  }
}
