package dev.churnagent.instrument.task;

import dev.churnagent.hook.ClientHook;
import net.bytebuddy.asm.Advice;

/** A constructor of a client or of its pool. */
public final class ClientBuiltAdvice {
  private ClientBuiltAdvice() {}

  /** Then the object is there. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  public static void exit(@Advice.This Object client) {
    ClientHook.clientBuilt(client);
  }
}
