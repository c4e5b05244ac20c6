package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A constructor or method of what will be run later, on whichever thread. */
public final class ThisMadeAdvice {
  private ThisMadeAdvice() {}

  /** After a constructor the object is there. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This Object task) {
    TaskHook.taskMade(task);
  }
}
