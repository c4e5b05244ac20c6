package dev.churnagent.recorder.call;

/** What a thread was doing when it began a task inside another one. The token of those hooks. */
final class TaskFrame {
  final ThreadState owner;
  final HandedContext handed;
  final ActiveCall call;
  final RunningScope scope;
  final boolean inLoop;
  final int clientId;
  final TaskKind unfollowed;

  TaskFrame(
      ThreadState owner,
      HandedContext handed,
      ActiveCall call,
      RunningScope scope,
      boolean inLoop,
      int clientId,
      TaskKind unfollowed) {
    this.owner = owner;
    this.handed = handed;
    this.call = call;
    this.scope = scope;
    this.inLoop = inLoop;
    this.clientId = clientId;
    this.unfollowed = unfollowed;
  }
}
