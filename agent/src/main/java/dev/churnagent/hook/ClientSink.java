package dev.churnagent.hook;

/**
 * Receives what advice in client libraries sees: which client opens a connection. One
 * implementation, in the recorder. Every method runs on the application's thread and calls none of
 * the application's code.
 */
public interface ClientSink {
  /** A sink that does nothing: before the start and after the end of a run. */
  ClientSink NONE = new DisabledClientSink();

  /** A client that keeps connections, or its pool, was built by this thread. */
  void clientBuilt(Object client);

  /**
   * This thread enters a method that opens a connection for a client.
   *
   * @param user the client, or what knows its client
   * @return the token for {@link #clientLeft}, or null if the client is not known
   */
  Object clientEntered(Object user);

  /**
   * The same method ended.
   *
   * @param token may be null
   */
  void clientLeft(Object token);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
