package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinTask.fork()}: a part of the work of whoever runs the whole. */
public final class ForkedAdvice {
  private ForkedAdvice() {}

  /** Before anything may run it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object task) {
    TaskHook.forked(task);
  }
}
