package dev.churnagent.instrument.netty;

import dev.churnagent.hook.NativeHook;
import dev.churnagent.instrument.library.Getter;
import net.bytebuddy.asm.Advice;

/**
 * {@code Socket.connect(SocketAddress)}, of epoll and kqueue channels, also of datagram and
 * UNIX-domain ones. Does not block.
 */
public final class ConnectAdvice {
  private ConnectAdvice() {}

  /** Null if it is no attempt to connect. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Getter("intValue") int number, @Advice.Argument(0) Object remote) {
    return NativeHook.connectStarted(number, remote);
  }

  /** False without exception: the connect goes on in the background. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.Return boolean connected,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      NativeHook.connectReturned(token, connected, thrown);
    }
  }
}
