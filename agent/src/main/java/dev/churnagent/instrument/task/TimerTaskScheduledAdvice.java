package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code Timer.sched(TimerTask, long, long)}. */
public final class TimerTaskScheduledAdvice {
  private TimerTaskScheduledAdvice() {}

  /** The period is 0 for a task that runs once; the task itself does not know it yet. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) Object task, @Advice.Argument(2) long period) {
    TaskHook.made(task, period != 0);
  }
}
