package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import java.util.TimerTask;
import net.bytebuddy.asm.Advice;

/**
 * {@code TaskQueue.removeMin()} and {@code rescheduleMin(long)}: the timer calls one of them just
 * before it runs the task at the head of the heap. (It also removes a cancelled task so; then the
 * next one follows before anything runs.)
 */
public final class TimerTaskDueAdvice {
  private TimerTaskDueAdvice() {}

  /** The heap begins at 1. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("queue") TimerTask[] queue) {
    TaskHook.taskStarting(queue[1]);
  }
}
