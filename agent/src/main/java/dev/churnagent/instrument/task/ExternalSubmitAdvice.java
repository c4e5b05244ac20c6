package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinPool.externalSubmit(ForkJoinTask)}. */
public final class ExternalSubmitAdvice {
  private ExternalSubmitAdvice() {}

  /**
   * Not for the scheduler of virtual threads, whose factory is the one lambda of the JDK: each
   * unparking submits there, and a virtual thread carries its own context.
   */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.FieldValue("factory") Object factory, @Advice.Argument(0) Object task) {
    if (!factory.getClass().isHidden() || factory.getClass().getClassLoader() != null) {
      TaskHook.handedOver(task);
    }
  }
}
