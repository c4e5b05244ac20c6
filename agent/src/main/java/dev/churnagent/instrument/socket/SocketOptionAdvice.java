package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import net.bytebuddy.asm.Advice;

/** {@code Net.setSocketOption}: linger 0 turns a close into a reset. */
public final class SocketOptionAdvice {
  private SocketOptionAdvice() {}

  /** Every socket option of every layer passes here. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.Argument(0) FileDescriptor fd,
      @Advice.Argument(2) SocketOption<?> name,
      @Advice.Argument(3) Object value) {
    if (name == StandardSocketOptions.SO_LINGER) {
      ChurnHook.lingerSet(fd, value);
    }
  }
}
