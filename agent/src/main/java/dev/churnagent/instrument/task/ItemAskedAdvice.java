package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method that a loop calls first of all on each of its items. */
public final class ItemAskedAdvice {
  private ItemAskedAdvice() {}

  /** Anybody else who calls it is in no loop. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.This Object item) {
    TaskHook.loopItem(item);
  }
}
