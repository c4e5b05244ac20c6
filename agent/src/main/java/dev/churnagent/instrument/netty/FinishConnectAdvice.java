package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.Getter;
import net.bytebuddy.asm.Advice;

/** {@code Socket.finishConnect()}: asked when the system says that a connect is over. */
public final class FinishConnectAdvice {
  private FinishConnectAdvice() {}

  /** Null if nothing is known of the connect. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Getter("intValue") int number) {
    return NativeHook.finishStarted(number);
  }

  /** False without exception: still pending. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.Return boolean connected,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      NativeHook.finishEnded(token, connected, thrown);
    }
  }
}
