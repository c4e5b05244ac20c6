package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.Getter;
import net.bytebuddy.asm.Advice;

/** {@code FileDescriptor.close()}, in versions without {@code markClosed()}. */
public final class DescriptorCloseAdvice {
  private DescriptorCloseAdvice() {}

  /** Once it is closed, the number may be another's. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Getter("intValue") int number, @Getter("isOpen") boolean open) {
    if (open) {
      NativeHook.closing(number);
    }
  }
}
