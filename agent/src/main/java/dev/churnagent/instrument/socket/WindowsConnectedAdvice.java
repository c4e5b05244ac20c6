package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import net.bytebuddy.asm.Advice;

/** {@code WindowsAsynchronousSocketChannelImpl.ConnectTask.afterConnect()}. */
public final class WindowsConnectedAdvice {
  private WindowsConnectedAdvice() {}

  /** Only after success. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.FieldValue("this$0") Object channel) {
    ChurnHook.asyncConnectedOn(channel);
  }
}
