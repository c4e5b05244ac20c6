package dev.churnagent.hook;

/**
 * Receives what advice in watched methods, in scope methods and in the JDK's executors sees. One
 * implementation, in the recorder. Every method runs on the application's thread and calls none of
 * the application's code.
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

  /** This thread hands a task to another one: a Runnable, a ForkJoinTask, a Thread. */
  void handedOver(Object task);

  /**
   * This thread makes or registers a task that may be given to an executor later, perhaps by
   * another thread, and perhaps more than once: what counts is who made it.
   */
  void taskMade(Object task);

  /** This thread gives a part of its work to whichever thread of its pool takes it. */
  void forked(Object task);

  /**
   * This thread begins a task that is not inside another one.
   *
   * @param task null if it is between tasks
   */
  void taskStarting(Object task);

  /**
   * This thread begins a task, perhaps inside another one: a ForkJoinTask inside a join, a task
   * that the caller runs itself.
   *
   * @return the token for {@link #taskLeft}, or null if there is nothing to restore
   */
  Object taskEntered(Object task);

  /**
   * This thread begins to work through a queue of which each item is on someone else's behalf.
   *
   * @return the token for {@link #taskLeft}
   */
  Object loopEntered();

  /** The next item of that queue; nothing outside such a loop. */
  void loopItem(Object item);

  /** A client that keeps connections, or its pool, was built by this thread. */
  void clientBuilt(Object client);

  /**
   * This thread enters a method that opens a connection for a client.
   *
   * @param user the client, or what knows its client
   * @return the token for {@link #taskLeft}, or null if the client is not known
   */
  Object clientEntered(Object user);

  /**
   * The same task, loop or method ended.
   *
   * @param token may be null
   */
  void taskLeft(Object token);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
