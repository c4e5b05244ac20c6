package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What each thread is doing, and how that goes along with the tasks that it hands over.
 *
 * <ul>
 *   <li>A task's context begins where it is handed over and ends with the task. A scope that has
 *       ended is not carried further, but what was handed over in it still belongs to it; a
 *       platform thread that was started in it only as long as it runs, as it may serve others
 *       afterwards.
 *   <li>A task is known by its identity, and forgotten when it begins: a periodic one carries its
 *       context into its first run only.
 *   <li>Where no scope and no call is open anywhere, a hook costs a look at two counters.
 * </ul>
 */
public final class ThreadContexts implements Contexts {
  private static final int MAX_WAITING = 1 << 16;
  private static final int NONE = -1;

  private final JournalWriter journal;
  private final Faults faults;
  private final StackRecorder stacks;
  private final OriginTable origins;
  private final HandOffs handOffs;
  private final ThreadLocal<ThreadState> states = new ThreadLocal<>();
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger scopes = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger openScopes = new AtomicInteger();
  private final AtomicInteger openCalls = new AtomicInteger();

  /** Whether any scope or call ever began: until then no thread has anything to tell. */
  private volatile boolean used;

  /** Whether anything was ever handed over. */
  private volatile boolean handing;

  /**
   * Creates it; one for each journal.
   *
   * @param stacks the one that connections use too, or null to take no stacks
   */
  public ThreadContexts(JournalWriter journal, Faults faults, StackRecorder stacks) {
    this.journal = journal;
    this.faults = faults;
    this.stacks = stacks;
    this.origins = new OriginTable(journal, faults);
    this.handOffs = new HandOffs(MAX_WAITING);
  }

  @Override
  public Asker asker() {
    ThreadState state = state();
    // Not by way of a method: each frame of ours is one more for the VM to decode.
    int stackId = stacks == null ? StackRecorder.UNKNOWN : stacks.currentId();
    return new Asker(stackId, state.originId(), scopeId(state), state.number, state.call());
  }

  @Override
  public void networkUsed() {
    if (openCalls.get() != 0) {
      ActiveCall call = state().call();
      if (call != null) {
        call.networkUsed();
      }
    }
  }

  @Override
  public void connected() {
    if (openCalls.get() == 0) {
      return;
    }
    ActiveCall call = state().call();
    if (call != null) {
      call.networkUsed();
      call.connected();
    }
  }

  @Override
  public int scopeId() {
    return used ? scopeId(state()) : NONE;
  }

  @Override
  public int nextCallId() {
    return calls.getAndIncrement();
  }

  /** The present stack, or -1 if stacks are not taken. */
  int stackId() {
    return stacks == null ? StackRecorder.UNKNOWN : stacks.currentId();
  }

  static int scopeId(ThreadState state) {
    RunningScope scope = state.scope();
    return scope == null ? NONE : scope.id;
  }

  /** This thread's state; made on first use. */
  ThreadState state() {
    ThreadState state = states.get();
    if (state == null) {
      HandedContext handed = handing ? handOffs.take(Thread.currentThread()) : null;
      state = new ThreadState(threads.getAndIncrement(), handed);
      states.set(state);
    }
    return state;
  }

  /** This thread enters a call. */
  void entered(ThreadState state, ActiveCall call) {
    markUsed();
    openCalls.incrementAndGet();
    state.enter(call);
  }

  private void markUsed() {
    if (!used) {
      used = true;
    }
  }

  /** The thread of this state, if it is the call's own, leaves it. */
  void left(ThreadState state, ActiveCall call) {
    call.left = true;
    if (state == call.owner) {
      state.leave(call);
    }
  }

  /** A call ended, perhaps after its thread had left it. */
  void ended(ActiveCall call) {
    openCalls.decrementAndGet();
    call.letGo();
  }

  RunningScope scopeStarted(int methodId) {
    return scopeStarted(methodId, false);
  }

  /**
   * A scope begins on this thread.
   *
   * @param alone it is told as part of no other, even if one is open here
   */
  RunningScope scopeStarted(int methodId, boolean alone) {
    markUsed();
    ThreadState state = state();
    RunningScope around = state.scope();
    RunningScope scope =
        new RunningScope(
            scopes.getAndIncrement(),
            state,
            around != null && around.owner == state ? around : null);
    journal.appendScopeStart(
        journal.now(),
        scope.id,
        methodId,
        state.number,
        around == null || alone ? NONE : around.id);
    openScopes.incrementAndGet();
    state.enter(scope);
    return scope;
  }

  void scopeEnded(RunningScope scope) {
    if (!scope.compareAndSet(false, true)) {
      return;
    }
    openScopes.decrementAndGet();
    journal.appendEvent(RecordType.SCOPE_ENDED, 0, 0, journal.now(), NONE, scope.id, NONE);
    ThreadState state = states.get();
    if (state != null && state == scope.owner) {
      // Steps back out of it, so that it is not held by a thread that rests.
      state.scope();
    }
  }

  void handedOver(Object task) {
    if ((openCalls.get() | openScopes.get()) == 0 || task instanceof ForkJoinWorkerThread) {
      // A pool's worker serves everybody: what counts are its tasks.
      return;
    }
    ThreadState state = state();
    RunningScope scope = state.scope();
    if (scope != null && scope.hasEnded()) {
      scope = null;
    }
    ActiveCall call = state.call();
    if (task == null || scope == null && call == null || isContinuation(task)) {
      return;
    }
    handing = true;
    int originId = origins.idOf(stackId(), state.originId());
    if (!handOffs.put(task, new HandedContext(scope, originId, call, isPlatformThread(task)))) {
      faults.degraded(
          "more than " + MAX_WAITING + " tasks waited at once: some are told without their scope");
    }
  }

  /** A virtual thread that goes on where it waited: it has a context of its own. */
  private static boolean isContinuation(Object task) {
    return task.getClass().getName().startsWith("java.lang.VirtualThread$");
  }

  private static boolean isPlatformThread(Object task) {
    // The JDK's only other kinds are VirtualThread and BoundVirtualThread; 17 does not know them.
    return task instanceof Thread && !task.getClass().getName().endsWith("VirtualThread");
  }

  void taskStarting(Object task) {
    if (handing) {
      // The state first: it takes what came along with the thread itself.
      ThreadState state = state();
      state.handed = task == null ? null : handOffs.take(task);
    }
  }

  TaskFrame taskEntered(Object task) {
    HandedContext handed = handing && task != null ? handOffs.take(task) : null;
    return handed == null ? null : state().begin(handed);
  }

  void taskLeft(TaskFrame outer) {
    if (states.get() == outer.owner) {
      outer.owner.resume(outer);
    }
  }
}
