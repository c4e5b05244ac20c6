package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import net.bytebuddy.asm.Advice;

/** {@code Socket.connect(SocketAddress, int)}, for a {@code SocketImpl} that is not the JDK's. */
public final class CustomConnectAdvice {
  private CustomConnectAdvice() {}

  /** The JDK's own implementations come from the boot loader and tell for themselves. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(
      @Advice.This Object socket, @Advice.FieldValue("impl") SocketImpl impl) {
    return impl != null && impl.getClass().getClassLoader() != null
        ? ChurnHook.customConnectStarted((Socket) socket)
        : null;
  }

  /** After success and failure alike. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.This Object socket,
      @Advice.Argument(0) SocketAddress remote,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      ChurnHook.customConnectEnded(token, (Socket) socket, remote, thrown);
    }
  }
}
