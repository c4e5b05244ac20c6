package dev.churnagent.instrument.task;

import dev.churnagent.hook.ClientHook;
import net.bytebuddy.asm.Advice;

/** A method of a client, or of what knows its client, beneath which connections are opened. */
public final class ClientUsedAdvice {
  private ClientUsedAdvice() {}

  /** Null if the client is not known. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@Advice.This Object user) {
    return ClientHook.clientEntered(user);
  }

  /** Back to what the thread did before. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      ClientHook.clientLeft(token);
    }
  }
}
