package dev.churnagent.recorder.call;

import java.util.concurrent.atomic.AtomicBoolean;

/** One invocation of a scope method; true once it has ended. The token of its hooks. */
final class RunningScope extends AtomicBoolean {
  private static final long serialVersionUID = 1L;

  final int id;

  /** The thread that it runs on; null once that has left it. */
  transient volatile ThreadState owner;

  /** The scope around it on that thread, or null; let go of when it is left. */
  transient RunningScope around;

  RunningScope(int id, ThreadState owner, RunningScope around) {
    this.id = id;
    this.owner = owner;
    this.around = around;
  }

  boolean hasEnded() {
    return get();
  }
}
