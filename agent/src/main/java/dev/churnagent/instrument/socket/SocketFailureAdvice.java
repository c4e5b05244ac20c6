package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import net.bytebuddy.asm.Advice;

/** Where the JDK dresses an exception of a socket, before it closes it. */
public final class SocketFailureAdvice {
  private SocketFailureAdvice() {}

  /** Comes here for every failed connect; the sink looks for asynchronous ones only. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) Throwable thrown) {
    ChurnHook.socketFailed(thrown);
  }
}
