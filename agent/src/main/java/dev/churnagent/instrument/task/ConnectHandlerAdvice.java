package dev.churnagent.instrument.task;

import dev.churnagent.hook.TaskHook;
import net.bytebuddy.asm.Advice;

/** {@code implConnect} of the asynchronous channels. */
public final class ConnectHandlerAdvice {
  private ConnectHandlerAdvice() {}

  /** Another thread will call the handler; null if the program wants a Future. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(2) Object handler) {
    TaskHook.handedOver(handler);
  }
}
