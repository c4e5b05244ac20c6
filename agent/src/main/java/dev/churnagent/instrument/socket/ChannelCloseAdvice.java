package dev.churnagent.instrument.socket;

import dev.churnagent.hook.ChurnHook;
import java.io.FileDescriptor;
import java.nio.channels.spi.AbstractSelectableChannel;
import net.bytebuddy.asm.Advice;

/**
 * {@code SocketChannelImpl.implCloseSelectableChannel()}: runs once, before the descriptor goes.
 */
public final class ChannelCloseAdvice {
  private ChannelCloseAdvice() {}

  /** While registered with a selector it is shut down now, and the descriptor closed later. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(
      @Advice.This AbstractSelectableChannel channel, @Advice.FieldValue("fd") FileDescriptor fd) {
    ChurnHook.programClosing(fd, !channel.isBlocking() && channel.isRegistered());
  }
}
