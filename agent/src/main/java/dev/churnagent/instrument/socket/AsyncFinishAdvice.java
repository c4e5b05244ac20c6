package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;

/** {@code UnixAsynchronousSocketChannelImpl.finishConnect(boolean)}. */
public final class AsyncFinishAdvice {
  private AsyncFinishAdvice() {}

  /** What fails from here on, fails for this descriptor. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("fd") FileDescriptor fd) {
    ChurnHook.asyncFinishStarted(fd);
  }
}
