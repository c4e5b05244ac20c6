package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.Getter;
import net.bytebuddy.asm.Advice;

/**
 * {@code FileDescriptor.markClosed()}: true for the one who then closes the descriptor, by a system
 * call or by io_uring. Until then nobody else can get the number.
 */
public final class MarkClosedAdvice {
  private MarkClosedAdvice() {}

  /** Of every descriptor of the library's. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Getter("intValue") int number, @Advice.Return boolean marked) {
    if (marked) {
      NativeHook.closing(number);
    }
  }
}
