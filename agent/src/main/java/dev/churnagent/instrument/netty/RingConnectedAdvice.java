package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.ChannelNumber;
import net.bytebuddy.asm.Advice;

/** {@code connectComplete} of io_uring's channels, with the operation before the result. */
public final class RingConnectedAdvice {
  private RingConnectedAdvice() {}

  /** Before the program hears of it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ChannelNumber int number, @Advice.Argument(1) int result) {
    NativeHook.connectCompleted(number, result);
  }
}
