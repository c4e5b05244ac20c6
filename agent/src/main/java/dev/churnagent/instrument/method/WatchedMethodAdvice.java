package dev.churnagent.instrument.method;

import dev.churnagent.hook.CallHook;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * A method that {@code watch} names. The arguments are needed as the caller gave them, which is the
 * one good reason for an array per call; the recorder reads it at once.
 *
 * <p>The arguments are backed up at the exit, though nothing reads them there: a method may put a
 * value of another type into an argument's place, as those of {@code java.lang.reflect.Proxy} do,
 * and then no stack map frame fits both.
 */
public final class WatchedMethodAdvice {
  private WatchedMethodAdvice() {}

  /** The token is null where the call is part of another one. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object enter(
      @MethodId int id,
      @Advice.This(optional = true) Object receiver,
      @Advice.AllArguments Object[] arguments) {
    return CallHook.callStarted(id, receiver, arguments);
  }

  /** The result is boxed only if somebody wants it; null for void. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @Advice.Enter Object token,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
      @Advice.Thrown Throwable thrown) {
    if (token != null) {
      CallHook.callEnded(token, result, thrown);
    }
  }
}
