package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code implRead} and {@code implWrite} of the asynchronous channels. */
public final class TransferHandlerAdvice {
  private TransferHandlerAdvice() {}

  /** As {@link ConnectHandlerAdvice}. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(6) Object handler) {
    TaskHook.handedOver(handler);
  }
}
