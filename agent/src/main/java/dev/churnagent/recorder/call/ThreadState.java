package dev.churnagent.recorder.call;

import dev.churnagent.values.ValueDigest;

/** What one thread is doing. Used by that thread alone. */
final class ThreadState {
  /** Number of the thread in the journal. */
  final int number;

  final ValueDigest digest = new ValueDigest();

  /** The innermost call that this thread is in, perhaps left out of order; or null. */
  private ActiveCall call;

  /** The innermost scope that began on this thread, perhaps ended out of order; or null. */
  private RunningScope scope;

  /** What its present task took along, or null. */
  HandedContext handed;

  /** Whether its present task is a loop, whose items are each on someone else's behalf. */
  boolean inLoop;

  /** The client whose method this thread is in, or -1. */
  private int clientId = -1;

  /** The kind of its present task, if that was handed over too cheaply to be followed; or null. */
  TaskKind unfollowed;

  /** What it may spend on handing work over. */
  final StackBudget budget = new StackBudget();

  ThreadState(int number, HandedContext handed) {
    this.number = number;
    this.handed = handed;
  }

  /** The scope that began on this thread, or the one that its task belongs to, or null. */
  RunningScope scope() {
    RunningScope own = ownScope();
    return own != null || handed == null ? own : handed.currentScope();
  }

  /** The same, or null if it has ended. */
  RunningScope runningScope() {
    RunningScope scope = scope();
    return scope == null || scope.hasEnded() ? null : scope;
  }

  /** The client that this thread works for, or -1. */
  int clientId() {
    return clientId >= 0 || handed == null ? clientId : handed.clientId;
  }

  /** Where this thread's task was handed over, or -1. */
  int originId() {
    return handed == null ? -1 : handed.originId;
  }

  /** The innermost open call, here or where the task came from, or null. */
  ActiveCall call() {
    ActiveCall own = ownCall();
    if (own != null || handed == null) {
      return own;
    }
    ActiveCall other = handed.call;
    return other == null || other.hasEnded() ? null : other;
  }

  /** Whether this thread is in a call that the same one more is part of. */
  boolean isInside(int group) {
    for (ActiveCall open = ownCall(); open != null && open.owner == this; open = open.around) {
      if (open.group == group && !open.left) {
        return true;
      }
    }
    return false;
  }

  void enter(ActiveCall entered) {
    call = entered;
  }

  void enter(RunningScope entered) {
    scope = entered;
  }

  private RunningScope ownScope() {
    while (scope != null && scope.hasEnded()) {
      RunningScope ended = scope;
      scope = ended.around;
      ended.around = null;
      ended.owner = null;
    }
    return scope;
  }

  private ActiveCall ownCall() {
    while (call != null && call.left) {
      ActiveCall around = call.around;
      call = around != null && around.owner == this ? around : null;
    }
    return call;
  }

  /** Goes into a method of a client, and tells what to come back to. */
  TaskFrame enterClient(int entered) {
    TaskFrame outer = frame();
    clientId = entered;
    return outer;
  }

  private TaskFrame frame() {
    return new TaskFrame(this, handed, call, scope, inLoop, clientId, unfollowed);
  }

  /** Goes from the present task into one inside it, and tells what to come back to. */
  TaskFrame begin(HandedContext inner) {
    TaskFrame outer = frame();
    inLoop = false;
    clientId = -1;
    handed = inner;
    call = null;
    scope = null;
    return outer;
  }

  /** Comes back to the outer task. */
  void resume(TaskFrame outer) {
    handed = outer.handed;
    call = outer.call;
    scope = outer.scope;
    inLoop = outer.inLoop;
    clientId = outer.clientId;
    unfollowed = outer.unfollowed;
  }

  /** Leaves this call and those inside it, whose end was not seen. */
  void leave(ActiveCall leaving) {
    for (ActiveCall open = call; open != null && open.owner == this; open = open.around) {
      if (open == leaving) {
        call = leaving;
        ownCall();
        leaving.popped = true;
        return;
      }
    }
  }
}
