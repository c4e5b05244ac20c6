package dev.churnagent.model;

/**
 * Receives a recording, one call for each record, in journal order. Definitions come before the
 * first event that uses them. Events are nearly, but not strictly, in order of time: two threads
 * may write in the other order than they looked at the clock. What a handler does not override, it
 * does not want to know.
 *
 * <p>Times are nanoseconds since {@link RunInfo#startedAt()}. Ids are dense, start at 0 and are
 * valid within one journal only.
 */
public interface RecordingHandler {
  /** Comes first, once. */
  void runStarted(RunInfo run);

  /** Defines a stack. */
  default void stackDefined(int stackId, CallStack stack) {}

  /** Defines an endpoint. */
  default void endpointDefined(int endpointId, Endpoint endpoint) {}

  /**
   * A connection was established.
   *
   * @param atNanos when the connect finished
   * @param stackId who asked for it (for a non-blocking connect, the stack of {@code connect()})
   * @param localPort our port, or 0 if unknown or none
   * @param connectNanos how long the connect took, or -1 if its start was not seen
   */
  default void connectionEstablished(
      long atNanos, int stackId, int endpointId, int localPort, long connectNanos) {}

  /**
   * The same, with whether {@link #connectionInScope(long, int, int, int, int)} follows; false also
   * in journals of early versions.
   */
  default void connectionEstablished(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long connectNanos,
      boolean inScope) {
    connectionEstablished(atNanos, stackId, endpointId, localPort, connectNanos);
  }

  /**
   * An attempt failed.
   *
   * @param atNanos when it failed
   * @param elapsedNanos how long the attempt took, or -1 if unknown
   */
  default void connectFailed(
      long atNanos, int stackId, int endpointId, FailureKind kind, long elapsedNanos) {}

  /** A non-blocking connect was closed before it was finished. */
  default void connectAbandoned(long atNanos, int stackId, int endpointId, long elapsedNanos) {}

  /**
   * A connection of this recording was closed by our side's program or garbage collection.
   *
   * @param atNanos when our close began
   * @param stackId stack of its connect, as in {@link #connectionEstablished}
   * @param lifetimeNanos from the finished connect to our close
   */
  default void connectionClosed(
      long atNanos,
      int stackId,
      int endpointId,
      int localPort,
      long lifetimeNanos,
      ClosedFirst closedFirst) {}

  /**
   * Follows {@link #connectionClosed} if another thread than the one that asked for the connection
   * closed it, or a task that was handed over: the same connection.
   *
   * @param stackId stack of its connect
   * @param closerStackId stack of its close, or -1 if it could not be taken
   */
  default void connectionClosedBy(
      long atNanos, int stackId, int localPort, int closerStackId, long lifetimeNanos) {}

  /** Defines a watched or scope method. */
  default void methodDefined(int methodId, WatchedMethod method) {}

  /** Defines a request, so that calls can refer to it. */
  default void requestDefined(int requestId, RequestKey key) {}

  /**
   * Defines where the work of a thread came from.
   *
   * @param stackId the stack that handed it over
   * @param parentOriginId where that thread's own work came from, or -1
   */
  default void originDefined(int originId, int stackId, int parentOriginId) {}

  /**
   * One invocation of a scope method began.
   *
   * @param parentScopeId the scope that it began in, or -1
   */
  default void scopeStarted(
      long atNanos, int scopeId, int methodId, int threadId, int parentScopeId) {}

  /** It ended. Work that it handed to other threads may go on. */
  default void scopeEnded(long atNanos, int scopeId) {}

  /** A fetch ended; comes at its end, so calls are in order of their ends, nearly. */
  default void callEnded(Call call) {}

  /** Follows {@link #connectionEstablished} if a scope was running: the same connection. */
  default void connectionInScope(long atNanos, int stackId, int scopeId) {}

  /**
   * The same; time, stack, endpoint and port are those of the connection.
   *
   * @param endpointId -1 in journals of early versions, whose time is a little later, too
   */
  default void connectionInScope(
      long atNanos, int stackId, int endpointId, int localPort, int scopeId) {
    connectionInScope(atNanos, stackId, scopeId);
  }

  /**
   * A client or a pool was built.
   *
   * @param clientId its number
   * @param stackId who built it, or -1 if that was not seen
   */
  default void clientBuilt(int clientId, ClientKind kind, int stackId) {}

  /** Follows {@link #connectionEstablished} if it is known by which client: the same connection. */
  default void connectionByClient(long atNanos, int stackId, int clientId) {}

  /** Follows {@link #connectFailed} if a scope was running: the same attempt. */
  default void connectFailedInScope(
      long atNanos, int stackId, int endpointId, FailureKind kind, int scopeId) {}

  /** What this machine's system says of its ports; may come late, and again if it changed. */
  default void portsDescribed(MachinePorts ports) {}

  /**
   * A proxy of the same machine stands between us and an endpoint.
   *
   * @param hops connections on this machine for each one of ours, at least 2
   */
  default void hopsFound(int endpointId, int hops) {}

  /**
   * A change in the system's TIME_WAIT sockets towards an endpoint, against the sample before. They
   * are of this machine; which of them are this run's, their local ports tell.
   *
   * @param appeared local ports that are new in TIME_WAIT; the handler may keep the array
   * @param gone local ports that no longer are
   */
  default void timeWaitSampled(long atNanos, int endpointId, int[] appeared, int[] gone) {}

  /**
   * The system's socket table was read to its end; comes after the sample's {@link
   * #timeWaitSampled}.
   *
   * @param timeWait sockets in TIME_WAIT in all, of all processes
   * @param others where TIME_WAIT sockets go that are towards no endpoint of this run, most first
   * @param counts how many of them, beside {@code others}
   */
  default void socketTableRead(long atNanos, int timeWait, String[] others, int[] counts) {}

  /**
   * What the operating system said of the first failure of this kind. May come after events of the
   * kind.
   *
   * @param message the exception's text, in the system's or the JDK's language
   */
  default void failureDescribed(FailureKind kind, String message) {}

  /**
   * Something could not be measured.
   *
   * @param what one line for a person; never null
   */
  default void measurementDegraded(long atNanos, String what) {}

  /**
   * Comes last, once, also for a journal without a seen end.
   *
   * @param endedAtNanos the seen end; without one, the last moment known to have been alive
   * @param lostEvents events that found no room, at least
   */
  default void runEnded(long endedAtNanos, EndReason reason, long lostEvents) {}
}
