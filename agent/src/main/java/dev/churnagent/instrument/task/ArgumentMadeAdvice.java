package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method whose first argument will be run later, perhaps by way of several queues. */
public final class ArgumentMadeAdvice {
  private ArgumentMadeAdvice() {}

  /** Before anything may run it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) Object task) {
    TaskHook.taskMade(task);
  }
}
