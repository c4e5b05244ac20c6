package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method by which a pool's thread takes its next task. */
public final class TaskReturnedAdvice {
  private TaskReturnedAdvice() {}

  /** Null if the thread is to end. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Return Object task) {
    TaskHook.taskStarting(task);
  }
}
