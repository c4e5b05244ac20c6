package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/**
 * The constructor of Kotlin's {@code DispatchedTask}: a coroutine, which runs from each point at
 * which it waited to the next, or one such point.
 */
public final class CoroutineMadeAdvice {
  private CoroutineMadeAdvice() {}

  /**
   * Then the object is there, and nobody else has it.
   *
   * @param mode below 0 for a coroutine, else how the point is resumed: 2
   *     (MODE_CANCELLABLE_REUSABLE) if the coroutine comes to it again
   */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This Object task, @Advice.Argument(0) int mode) {
    TaskHook.made(task, mode < 0 || mode == 2);
  }
}
