package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/** {@code UnixAsynchronousSocketChannelImpl.setConnected()}. */
public final class AsyncConnectedAdvice {
  private AsyncConnectedAdvice() {}

  /** Only after success: with an exception the socket-failure hook tells. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.FieldValue("fd") FileDescriptor fd,
      @Advice.FieldValue("localAddress") SocketAddress local) {
    ChurnHook.asyncConnected(fd, local);
  }
}
