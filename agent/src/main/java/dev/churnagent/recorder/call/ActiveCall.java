package dev.churnagent.recorder.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A watched call that is open; the token of its hooks. Its value is the number of its connections,
 * with the sign bit once it has ended. Refers to nothing of the application's.
 *
 * <p>Each volatile write costs as much as all plain ones together, so there are few. What its own
 * thread writes and reads is plain; another one gets a call by way of a lock or a volatile field,
 * and may see later than at once that its thread has let go of it.
 */
final class ActiveCall extends AtomicInteger implements OpenCall {
  private static final long serialVersionUID = 1L;
  private static final int ENDED = 1 << 31;

  final int id;
  final int group;
  final int requestId;
  final int stackId;
  final int originId;
  final int scopeId;

  final int threadId;

  /** The thread that it was made on; null once that has left it and it has ended. */
  transient ThreadState owner;

  /** The open call around it, on the same thread or on the one that handed its work over. */
  transient ActiveCall around;

  /** Number of the one around it, or -1. */
  final int parentId;

  long startNanos;

  private volatile boolean network;

  /** Requests for it that were the first on their connection. */
  private volatile int firstRequests;

  /** Whether the thread has returned from it; an asynchronous one may end later. */
  boolean left;

  /** Whether its thread no longer knows it. */
  boolean popped;

  ActiveCall(
      int id,
      int group,
      int requestId,
      int stackId,
      int originId,
      int scopeId,
      ThreadState owner,
      ActiveCall around) {
    this.id = id;
    this.group = group;
    this.requestId = requestId;
    this.stackId = stackId;
    this.originId = originId;
    this.scopeId = scopeId;
    this.threadId = owner.number;
    this.owner = owner;
    this.around = around;
    this.parentId = around == null ? -1 : around.id;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public void networkUsed() {
    // One that is marked has marked those around it.
    for (ActiveCall call = this; call != null && !call.network; call = call.around) {
      call.network = true;
    }
  }

  /** A connection was opened in it, and so in those around it. */
  void connected() {
    for (ActiveCall call = this; call != null; call = call.around) {
      call.incrementAndGet();
    }
  }

  @Override
  public void firstRequestSent() {
    for (ActiveCall call = this; call != null; call = call.around) {
      synchronized (call) {
        call.firstRequests++;
      }
    }
  }

  /**
   * Connections opened for it. Where a client opens them on its own threads, the connect may or may
   * not have been seen with this call's context, but the first request on each was.
   */
  int connections() {
    return Math.max(get() & ~ENDED, firstRequests);
  }

  boolean usedNetwork() {
    return network;
  }

  /** Whether this was the one that ended it. */
  boolean end() {
    int before;
    do {
      before = get();
      if (before < 0) {
        return false;
      }
    } while (!compareAndSet(before, before | ENDED));
    return true;
  }

  /**
   * Lets go of what is around it. Or tasks that call and hand on tasks that call and hand on would
   * be one chain without end.
   */
  void letGo() {
    if (popped) {
      around = null;
      owner = null;
    }
  }

  @Override
  public boolean hasEnded() {
    return get() < 0;
  }
}
