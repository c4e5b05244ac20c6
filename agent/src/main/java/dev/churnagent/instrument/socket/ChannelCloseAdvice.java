package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;

/**
 * {@code SocketChannelImpl.implCloseSelectableChannel()}: runs once, before the descriptor goes.
 */
public final class ChannelCloseAdvice {
  private ChannelCloseAdvice() {}

  /** While registered with a selector the descriptor itself is closed later. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@Advice.FieldValue("fd") FileDescriptor fd) {
    ChurnHook.closing(fd);
  }
}
