package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** The constructor of a task that is made where it is handed over, and is run once. */
public final class ThisMadeForOneRunAdvice {
  private ThisMadeForOneRunAdvice() {}

  /** Then the object is there, and nobody else has it. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This Object task) {
    TaskHook.madeForOneRun(task);
  }
}
