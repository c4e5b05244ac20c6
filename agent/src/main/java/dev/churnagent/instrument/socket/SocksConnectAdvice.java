package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.net.SocketAddress;
import java.net.SocketImpl;
import net.bytebuddy.asm.Advice;

/** {@code SocksSocketImpl.connect}: knows what was asked for before a SOCKS proxy is chosen. */
public final class SocksConnectAdvice {
  private SocksConnectAdvice() {}

  /** The descriptor is that of the implementation that it delegates to. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.FieldValue("delegate") SocketImpl delegate,
      @Advice.Argument(0) SocketAddress requested) {
    ChurnHook.connectRequested(delegate, requested);
  }
}
