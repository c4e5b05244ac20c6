package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/** {@code SocketChannelImpl.finishConnect()}. */
public final class FinishConnectAdvice {
  private FinishConnectAdvice() {}

  /** State 1 is a pending connect; on a connected channel the call does nothing. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(
      @Advice.FieldValue("state") int state, @Advice.FieldValue("fd") FileDescriptor fd) {
    return state == 1 ? ChurnHook.finishStarted(fd) : null;
  }

  /** False without exception: still pending. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.FieldValue("remoteAddress") SocketAddress remote,
      @Advice.FieldValue("localAddress") SocketAddress local,
      @Advice.Return boolean connected,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      ChurnHook.finishEnded(token, remote, local, connected, thrown);
    }
  }
}
