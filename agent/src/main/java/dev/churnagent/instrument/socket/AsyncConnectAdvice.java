package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import net.bytebuddy.asm.Advice;

/** {@code UnixAsynchronousSocketChannelImpl.implConnect}. */
public final class AsyncConnectAdvice {
  private AsyncConnectAdvice() {}

  /** States below 1 are unconnected; in every other one the JDK rejects the call. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(
      @Advice.This Object channel,
      @Advice.FieldValue("state") int state,
      @Advice.FieldValue("fd") FileDescriptor fd,
      @Advice.FieldValue("localAddress") SocketAddress local,
      @Advice.Argument(0) SocketAddress remote) {
    return state < 1 && ((AsynchronousSocketChannel) channel).isOpen()
        ? ChurnHook.asyncConnectStarted(fd, remote, local != null)
        : null;
  }

  /** The outcome comes through the other hooks; here only what the call itself threw. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token, @Advice.Thrown Throwable thrown) {
    if (token != null) {
      ChurnHook.asyncConnectReturned(token, thrown);
    }
  }
}
