package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method whose second argument is the task that another thread will run. */
public final class SecondArgumentHandedOverAdvice {
  private SecondArgumentHandedOverAdvice() {}

  /** Before anything may run it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(1) Object task) {
    TaskHook.handedOver(task);
  }
}
