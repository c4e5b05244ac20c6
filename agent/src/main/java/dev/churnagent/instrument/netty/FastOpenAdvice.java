package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.ChannelNumber;
import net.bytebuddy.asm.Advice;

/**
 * The connect of epoll's and kqueue's socket channels, which with TCP fast open sends the first
 * data instead of calling {@code Socket.connect}.
 */
public final class FastOpenAdvice {
  private FastOpenAdvice() {}

  /** Where that was called after all, it has told. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @ChannelNumber int number,
      @Advice.Argument(0) Object remote,
      @Advice.Return boolean connected) {
    NativeHook.fastOpened(number, remote, connected);
  }
}
