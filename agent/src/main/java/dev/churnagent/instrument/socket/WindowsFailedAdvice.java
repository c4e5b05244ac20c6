package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import net.bytebuddy.asm.Advice;

/**
 * {@code WindowsAsynchronousSocketChannelImpl.ConnectTask}, where an attempt is about to be told as
 * failed or finished.
 */
public final class WindowsFailedAdvice {
  private WindowsFailedAdvice() {}

  /** What fails from here on, fails for this channel. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("this$0") Object channel) {
    ChurnHook.asyncFinishStartedOn(channel);
  }
}
