package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method that works through the items of a queue, each on behalf of someone else. */
public final class LoopAdvice {
  private LoopAdvice() {}

  /** The items say for themselves when their turn comes. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter() {
    return TaskHook.loopEntered();
  }

  /** Back to what the thread did before. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      TaskHook.taskLeft(token);
    }
  }
}
