package dev.churnagent.recorder.call;

/** What a task takes along from the thread that handed it over. */
final class HandedContext {
  /** The scope that it belongs to, also after that has ended; or null. */
  private final RunningScope scope;

  /** Where it was handed over. */
  final int originId;

  /** The watched call that it is done for, or null. */
  final ActiveCall call;

  /** For a thread, which may live for ever and serve others: only as long as the scope runs. */
  private final boolean whileRunning;

  HandedContext(RunningScope scope, int originId, ActiveCall call, boolean whileRunning) {
    this.scope = scope;
    this.originId = originId;
    this.call = call;
    this.whileRunning = whileRunning;
  }

  /** The scope that what runs now belongs to, or null. */
  RunningScope currentScope() {
    return scope == null || whileRunning && scope.hasEnded() ? null : scope;
  }
}
