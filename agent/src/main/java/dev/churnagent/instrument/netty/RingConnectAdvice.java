package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.ChannelNumber;
import net.bytebuddy.asm.Advice;

/** {@code submitConnect} of io_uring's channels, also of datagram ones. */
public final class RingConnectAdvice {
  private RingConnectAdvice() {}

  /** The kernel's answer comes to {@code connectComplete}. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.This Object channel, @ChannelNumber int number, @Advice.Argument(0) Object remote) {
    NativeHook.connectSubmitted(channel, number, remote);
  }
}
