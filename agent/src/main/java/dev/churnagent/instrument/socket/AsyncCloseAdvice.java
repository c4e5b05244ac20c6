package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;

/** {@code WindowsAsynchronousSocketChannelImpl.implClose()}, which passes no dispatcher. */
public final class AsyncCloseAdvice {
  private AsyncCloseAdvice() {}

  /** Runs once for each channel. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("fd") FileDescriptor fd) {
    ChurnHook.closing(fd);
  }
}
