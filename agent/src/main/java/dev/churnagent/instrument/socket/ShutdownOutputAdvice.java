package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;

/** {@code shutdownOutput()} of sockets and channels: our FIN goes out while we still read. */
public final class ShutdownOutputAdvice {
  private ShutdownOutputAdvice() {}

  /** The sink ignores a second one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("fd") FileDescriptor fd) {
    if (fd != null) {
      ChurnHook.outputShutDown(fd);
    }
  }
}
