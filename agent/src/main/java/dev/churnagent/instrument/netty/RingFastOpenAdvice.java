package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.ChannelNumber;
import net.bytebuddy.asm.Advice;

/** {@code fillTFOInitData} of io_uring's channels: a connect will begin with data. */
public final class RingFastOpenAdvice {
  private RingFastOpenAdvice() {}

  /** The kernel's answer comes to {@code connectComplete}, or a usual connect follows. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@ChannelNumber int number, @Advice.Argument(1) Object remote) {
    NativeHook.connectSubmitted(number, remote);
  }
}
