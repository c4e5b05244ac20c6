package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/**
 * {@code NioSocketImpl.connect(SocketAddress, int)}: where every {@code java.net.Socket} connects.
 */
public final class SocketConnectAdvice {
  private SocketConnectAdvice() {}

  /** State 1 is unconnected; in every other one the JDK rejects the call. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(
      @Advice.FieldValue("state") int state,
      @Advice.FieldValue("fd") FileDescriptor fd,
      @Advice.FieldValue("localport") int localPort) {
    return state == 1 ? ChurnHook.connectStarted(fd, localPort != 0) : null;
  }

  /** After success and failure alike. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.FieldValue("address") InetAddress address,
      @Advice.FieldValue("port") int port,
      @Advice.FieldValue("localport") int localPort,
      @Advice.Argument(0) SocketAddress remote,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      ChurnHook.socketConnectEnded(token, address, port, remote, localPort, thrown);
    }
  }
}
