package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import net.bytebuddy.asm.Advice;

/** {@code Socket.newSocketDomainDgram0()}: a datagram socket that takes the paths of streams. */
public final class DomainDatagramAdvice {
  private DomainDatagramAdvice() {}

  /** It returns the number. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.Return int number) {
    NativeHook.datagramOpened(number);
  }
}
