package dev.churnagent.recorder.call;

import dev.churnagent.hook.ClientSink;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What each thread is doing: the scope and the watched call it is in, and by {@link HandOvers} what
 * its present task took along. Where no scope and no call is open anywhere, a look at two counters.
 */
public final class ThreadContexts implements Contexts {
  private static final int NONE = -1;

  private final JournalWriter journal;
  private final StackRecorder stacks;
  private final HandOvers handOvers;
  private final Clients clients;
  private final ThreadLocal<ThreadState> states = new ThreadLocal<>();
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger scopes = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger openScopes = new AtomicInteger();
  private final AtomicInteger openCalls = new AtomicInteger();

  /** Whether any thread was ever in a method of a client. */
  private volatile boolean clientsSeen;

  /** Whether any scope or call ever began: until then no thread has anything to tell. */
  private volatile boolean used;

  /** Without following work that belongs to no scope and no call. */
  public ThreadContexts(JournalWriter journal, Faults faults, StackRecorder stacks) {
    this(journal, faults, stacks, stacks != null, false);
  }

  /**
   * Creates it; one for each journal.
   *
   * @param stacks the one that connections use too; null if neither of the next two is true
   * @param fetchStacks whether fetches are told with their stacks
   * @param following whether to tell where any work came from that opens connections
   */
  public ThreadContexts(
      JournalWriter journal,
      Faults faults,
      StackRecorder stacks,
      boolean fetchStacks,
      boolean following) {
    this.journal = journal;
    this.stacks = fetchStacks ? stacks : null;
    this.handOvers = new HandOvers(this, journal, faults, stacks, following);
    this.clients = stacks == null ? null : new Clients(this, journal, faults, stacks);
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

  @Override
  public int withOrigin(int stackId) {
    return handOvers.withOrigin(stackId);
  }

  @Override
  public int originId() {
    return handOvers.isAnyHanded() ? state().originId() : NONE;
  }

  @Override
  public int clientId() {
    return clientsSeen || handOvers.isAnyHanded() ? state().clientId() : NONE;
  }

  /** Records what clients are built, and which one each thread works for. */
  public ClientSink clients() {
    return clients == null ? ClientSink.NONE : clients;
  }

  /** This thread enters a method of the client with that number. */
  TaskFrame enterClient(int number) {
    clientsSeen = true;
    return state().enterClient(number);
  }

  /** Whether a scope or a call is open on any thread. */
  boolean isAnyOpen() {
    return (openCalls.get() | openScopes.get()) != 0;
  }

  boolean takesStacks() {
    return stacks != null;
  }

  /** Records which thread does whose work. */
  public HandOvers handOvers() {
    return handOvers;
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
      state = new ThreadState(threads.getAndIncrement(), handOvers.ofThread());
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

  /** A task, a loop or a method of a client ended; its thread goes on with what was around it. */
  void resume(TaskFrame outer) {
    if (states.get() == outer.owner) {
      outer.owner.resume(outer);
    }
  }
}
