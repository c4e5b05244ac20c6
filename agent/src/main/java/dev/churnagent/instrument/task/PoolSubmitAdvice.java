package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code ForkJoinPool.poolSubmit(boolean, ForkJoinTask)} of JDK 19 and later. */
public final class PoolSubmitAdvice {
  private PoolSubmitAdvice() {}

  /** As {@link ExternalSubmitAdvice}. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.FieldValue("factory") Object factory, @Advice.Argument(1) Object task) {
    if (!factory.getClass().isHidden() || factory.getClass().getClassLoader() != null) {
      TaskHook.handedOver(task);
    }
  }
}
