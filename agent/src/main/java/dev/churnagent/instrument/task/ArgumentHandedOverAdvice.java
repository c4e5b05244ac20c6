package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method whose first argument is the task that another thread will run. */
public final class ArgumentHandedOverAdvice {
  private ArgumentHandedOverAdvice() {}

  /** Before anything may run it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) Object task) {
    TaskHook.handedOver(task);
  }
}
