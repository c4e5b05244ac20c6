package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method by which an executor gives its first argument to whatever treats rejected tasks. */
public final class ArgumentRejectedAdvice {
  private ArgumentRejectedAdvice() {}

  /** Before that hands it to another executor. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) Object task) {
    TaskHook.rejected(task);
  }
}
