package dev.churnagent.hook;

/**
 * Receives what advice in watched methods and in scope methods sees. One implementation, in the
 * recorder. Every method runs on the application's thread and calls none of the application's code.
 */
public interface CallSink {
  /** A sink that does nothing: before the start and after the end of a run. */
  CallSink NONE = new DisabledCallSink();

  /**
   * A watched method was entered.
   *
   * @param methodId number of the woven method
   * @param receiver the object, or null for a static method
   * @param arguments as given; read at once, never kept or changed
   * @return the token for {@link #callEnded}, or null if this call is part of another one
   */
  Object callStarted(int methodId, Object receiver, Object[] arguments);

  /**
   * The same call returned or threw.
   *
   * @param result the returned value, a primitive boxed; null for void
   * @param thrown null if it returned
   */
  void callEnded(Object token, Object result, Throwable thrown);

  /** A scope method was entered. Returns the token for {@link #scopeEnded}. */
  Object scopeStarted(int methodId);

  /** The same invocation returned or threw. */
  void scopeEnded(Object token);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
