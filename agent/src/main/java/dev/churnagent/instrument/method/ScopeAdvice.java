package dev.churnagent.instrument.method;

import dev.churnagent.hook.CallHook;
import net.bytebuddy.asm.Advice;

/** A method that {@code scope} names, or a test method. */
public final class ScopeAdvice {
  private ScopeAdvice() {}

  /** The token is null where nothing is recorded. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(@MethodId int id) {
    return CallHook.scopeStarted(id);
  }

  /** However it ends. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(@Advice.Enter Object token) {
    if (token != null) {
      CallHook.scopeEnded(token);
    }
  }
}
