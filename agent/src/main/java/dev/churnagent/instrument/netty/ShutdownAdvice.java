package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.Getter;
import net.bytebuddy.asm.Advice;

/** {@code Socket.shutdown(boolean read, boolean write)}. */
public final class ShutdownAdvice {
  private ShutdownAdvice() {}

  /** Before our FIN goes out. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Getter("intValue") int number, @Advice.Argument(1) boolean write) {
    if (write) {
      NativeHook.outputShutDown(number);
    }
  }
}
