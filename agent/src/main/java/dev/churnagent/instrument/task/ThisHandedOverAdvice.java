package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method of the task itself that gives it to another thread: {@code fork}, {@code start}. */
public final class ThisHandedOverAdvice {
  private ThisHandedOverAdvice() {}

  /** Before anything may run it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object task) {
    TaskHook.handedOver(task);
  }
}
