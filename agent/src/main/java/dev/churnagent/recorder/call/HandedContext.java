package dev.churnagent.recorder.call;

/** What a task takes along from the thread that handed it over. */
final class HandedContext {
  /** The scope that it belongs to, also after that has ended; or null. */
  private final RunningScope scope;

  /** Where it was handed over, or -1. */
  final int originId;

  /** The watched call that it is done for, or null. */
  final ActiveCall call;

  /** For what may live for ever and serve others: only as long as the scope runs. */
  private final boolean whileRunning;

  /** Told if something is opened by such a task. */
  final TaskKind kind;

  /** The client that it is done for, or -1. */
  final int clientId;

  HandedContext(
      RunningScope scope,
      int originId,
      ActiveCall call,
      boolean whileRunning,
      TaskKind kind,
      int clientId) {
    this.scope = scope;
    this.originId = originId;
    this.call = call;
    this.whileRunning = whileRunning;
    this.kind = kind;
    this.clientId = clientId;
  }

  boolean isSame(HandedContext other) {
    return scope == other.scope
        && originId == other.originId
        && call == other.call
        && whileRunning == other.whileRunning
        && kind == other.kind
        && clientId == other.clientId;
  }

  /** The scope that what runs now belongs to, or null. */
  RunningScope currentScope() {
    return scope == null || whileRunning && scope.hasEnded() ? null : scope;
  }
}
