package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** A method that returns another task like its first argument, done for the same one. */
public final class ArgumentCopiedAdvice {
  private ArgumentCopiedAdvice() {}

  /** Before anybody else has it. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Argument(0) Object task, @Advice.Return Object copy) {
    TaskHook.copied(task, copy);
  }
}
