package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import net.bytebuddy.asm.Advice;

/**
 * {@code setOption(SocketOption, Object)} of sockets and channels: linger 0 turns a close into a
 * reset.
 */
public final class SocketOptionAdvice {
  private SocketOptionAdvice() {}

  /** Only once it is set: a value that the JDK refuses changes nothing. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(
      @Advice.FieldValue("fd") FileDescriptor fd,
      @Advice.Argument(0) SocketOption<?> name,
      @Advice.Argument(1) Object value) {
    if (name == StandardSocketOptions.SO_LINGER && fd != null) {
      ChurnHook.lingerSet(fd, value);
    }
  }
}
