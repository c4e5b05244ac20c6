package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketOptions;
import net.bytebuddy.asm.Advice;

/** {@code NioSocketImpl.setOption(int, Object)}, where {@code Socket.setSoLinger} goes. */
public final class SocketLingerAdvice {
  private SocketLingerAdvice() {}

  /** Off is {@code Boolean.FALSE} here, which is no 0. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.FieldValue("fd") FileDescriptor fd,
      @Advice.Argument(0) int option,
      @Advice.Argument(1) Object value) {
    if (option == SocketOptions.SO_LINGER && fd != null) {
      ChurnHook.lingerSet(fd, value);
    }
  }
}
