package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;

/** {@code NioSocketImpl.close()}, before the JDK shuts down and closes. */
public final class SocketCloseAdvice {
  private SocketCloseAdvice() {}

  /** From state 4 on the socket is closing or closed: a second close does nothing. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.FieldValue("state") int state, @Advice.FieldValue("fd") FileDescriptor fd) {
    if (state < 4 && fd != null) {
      ChurnHook.programClosing(fd, true);
    }
  }
}
