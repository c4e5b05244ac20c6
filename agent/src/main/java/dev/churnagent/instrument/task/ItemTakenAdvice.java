package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method by which a loop takes its next item. */
public final class ItemTakenAdvice {
  private ItemTakenAdvice() {}

  /** Null if the queue is empty. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Return Object item) {
    TaskHook.loopItem(item);
  }
}
