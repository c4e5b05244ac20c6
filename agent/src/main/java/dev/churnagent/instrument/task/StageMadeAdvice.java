package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/**
 * {@code CompletableFuture.UniCompletion(Executor, ...)}: a step that is given to its executor by
 * whoever completes the one before. What counts is who asked for it.
 */
public final class StageMadeAdvice {
  private StageMadeAdvice() {}

  /** Without an executor it runs where the one before is completed, or at once. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This Object task, @Advice.Argument(0) Object executor) {
    if (executor != null) {
      TaskHook.taskMade(task);
    }
  }
}
