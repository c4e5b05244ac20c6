package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;

/**
 * The dispatcher's {@code close(FileDescriptor)}: asynchronous channels and the Cleaner come here.
 */
public final class DescriptorCloseAdvice {
  private DescriptorCloseAdvice() {}

  /** What was told at a higher layer is forgotten already and not told again. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.Argument(0) FileDescriptor fd) {
    if (fd != null) {
      ChurnHook.closing(fd);
    }
  }
}
