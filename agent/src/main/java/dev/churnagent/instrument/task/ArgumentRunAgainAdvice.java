package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** As {@link RunAgainAdvice}, of a method whose first argument is what takes attempts. */
public final class ArgumentRunAgainAdvice {
  private ArgumentRunAgainAdvice() {}

  /** As there. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Advice.Argument(0) Object task) {
    return TaskHook.attemptEntered(task);
  }

  /** Back to what the thread did before. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      TaskHook.taskLeft(token);
    }
  }
}
