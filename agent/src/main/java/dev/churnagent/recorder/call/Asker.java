package dev.churnagent.recorder.call;

/**
 * Who asks for something over the network: a stack, where its thread's work came from, the scope
 * and the watched call it is beneath. Taken at one moment, then safe on any thread.
 */
public final class Asker {
  /** The stack's id, or -1. */
  public final int stackId;

  /** Where the thread's work was handed over from, or -1. */
  public final int originId;

  /** The innermost scope, or -1. */
  public final int scopeId;

  /** The thread's number in the journal. */
  public final int threadId;

  /** The innermost watched call, or null. */
  private final OpenCall call;

  Asker(int stackId, int originId, int scopeId, int threadId, OpenCall call) {
    this.stackId = stackId;
    this.originId = originId;
    this.scopeId = scopeId;
    this.threadId = threadId;
    this.call = call;
  }

  /** Number of the watched call that this is beneath, or -1. */
  public int callId() {
    return call == null ? -1 : call.id();
  }

  /** Whether the watched call that this is beneath has ended; false without one. */
  public boolean hasEnded() {
    return call != null && call.hasEnded();
  }

  /** Network I/O was done for it, on whichever thread. */
  public void networkUsed() {
    if (call != null) {
      call.networkUsed();
    }
  }

  /** A request for it, on whichever thread, was the first on its connection. */
  public void firstRequestSent() {
    if (call != null) {
      call.firstRequestSent();
    }
  }
}
