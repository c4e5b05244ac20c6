package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.Getter;
import net.bytebuddy.asm.Advice;

/** {@code Socket.setSoLinger(int)}. */
public final class LingerAdvice {
  private LingerAdvice() {}

  /** Nothing where the system refused it. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Getter("intValue") int number, @Advice.Argument(0) int seconds) {
    NativeHook.lingerSet(number, seconds);
  }
}
