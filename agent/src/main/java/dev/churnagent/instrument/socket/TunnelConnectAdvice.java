package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/** {@code HttpConnectSocketImpl.connect}: a connect through an HTTP proxy. */
public final class TunnelConnectAdvice {
  private TunnelConnectAdvice() {}

  /** The connect to the proxy happens inside, on this thread. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) SocketAddress requested) {
    ChurnHook.tunnelRequested(requested);
  }

  /** In every case the tunnel is built or given up now. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit() {
    ChurnHook.tunnelRequested(null);
  }
}
