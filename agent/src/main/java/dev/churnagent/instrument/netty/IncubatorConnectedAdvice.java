package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.ChannelNumber;
import net.bytebuddy.asm.Advice;

/** {@code connectComplete} of the channels of Netty's incubator, with the result alone. */
public final class IncubatorConnectedAdvice {
  private IncubatorConnectedAdvice() {}

  /** Before the program hears of it. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ChannelNumber int number, @Advice.Argument(0) int result) {
    NativeHook.connectCompleted(number, result);
  }
}
