package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * {@code SocketChannelImpl.connect(SocketAddress)}, blocking or not, and {@code blockingConnect},
 * where {@code channel.socket().connect} goes.
 */
public final class ChannelConnectAdvice {
  private ChannelConnectAdvice() {}

  /** State 0 is unconnected; in every other one the JDK rejects the call. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(
      @Advice.FieldValue("state") int state,
      @Advice.FieldValue("fd") FileDescriptor fd,
      @Advice.FieldValue("localAddress") SocketAddress local) {
    return state == 0 ? ChurnHook.connectStarted(fd, local != null) : null;
  }

  /**
   * False without exception: the connect goes on in the background. {@code blockingConnect} returns
   * nothing, which arrives here as null, and is connected unless it throws.
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.FieldValue("remoteAddress") SocketAddress remote,
      @Advice.FieldValue("localAddress") SocketAddress local,
      @Advice.Argument(0) SocketAddress requested,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object connected,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      ChurnHook.channelConnectEnded(
          token, remote == null ? requested : remote, local, connected != Boolean.FALSE, thrown);
    }
  }
}
