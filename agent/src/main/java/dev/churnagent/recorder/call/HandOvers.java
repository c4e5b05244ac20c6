package dev.churnagent.recorder.call;

import dev.churnagent.hook.TaskSink;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import java.util.Iterator;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * What goes along with each task that one thread hands to another: where that was, the scope and
 * the watched call it is done for.
 *
 * <ul>
 *   <li>A context begins where a task is handed over and ends with the task. A scope that has ended
 *       is not carried further, but what was handed over in it still belongs to it; a platform
 *       thread that was started in it, and a task that is repeated, only as long as it runs, as
 *       they may serve others afterwards.
 *   <li>A task is known by its identity and never changed or wrapped. Its context is forgotten when
 *       it begins; that of a repeated task, or of one that was made to be run later, goes when the
 *       task is collected.
 *   <li>A stack is not taken for each of millions of tasks: see {@link StackBudget}. Tasks of a
 *       kind that opened connections are always worth one.
 * </ul>
 */
public final class HandOvers implements TaskSink {
  private static final int MAX_WAITING = 1 << 18;

  private final ThreadContexts contexts;
  private final Faults faults;
  private final StackRecorder connectStacks;
  private final boolean following;
  private final OriginTable origins;
  private final HandOffs handOffs = new HandOffs(MAX_WAITING);

  /** Whether anything was ever handed over with a context. */
  private volatile boolean handing;

  /** Whether anything was ever handed over without, because it would have cost too much. */
  private volatile boolean skipping;

  /**
   * Creates it.
   *
   * @param connectStacks gives stacks their ids
   * @param following whether to follow all work, or only that of scopes and watched calls
   */
  HandOvers(
      ThreadContexts contexts,
      JournalWriter journal,
      Faults faults,
      StackRecorder connectStacks,
      boolean following) {
    this.contexts = contexts;
    this.faults = faults;
    this.connectStacks = connectStacks;
    this.following = following;
    this.origins = new OriginTable(journal, faults);
  }

  /** Whether this thread may do something that another one handed to it. */
  boolean isAnyHanded() {
    return handing;
  }

  /** What came along with the thread itself, when its state is made; or null. */
  HandedContext ofThread() {
    return handing ? handOffs.take(Thread.currentThread()) : null;
  }

  @Override
  public void handedOver(Object task) {
    boolean open = contexts.isAnyOpen();
    if (task == null || !open && !following) {
      return;
    }
    TaskKind kind = TaskKind.of(task);
    if (!kind.ignored) {
      handOver(task, kind, contexts.state(), open, kind.isPeriodic(task));
    }
  }

  @Override
  public void taskMade(Object task) {
    made(task, true);
  }

  @Override
  public void madeForOneRun(Object task) {
    made(task, false);
  }

  private void made(Object task, boolean stays) {
    boolean open = contexts.isAnyOpen();
    if (task != null && (open || following)) {
      handOver(task, TaskKind.of(task), contexts.state(), open, stays);
    }
  }

  private void handOver(
      Object task, TaskKind kind, ThreadState state, boolean open, boolean stays) {
    RunningScope scope = open ? state.runningScope() : null;
    ActiveCall call = open ? state.call() : null;
    int originId = state.originId();
    if (scope != null || call != null) {
      // All in one method: each frame of ours is one more for the VM to decode.
      int stackId = contexts.takesStacks() ? connectStacks.currentId() : StackRecorder.UNKNOWN;
      originId = origins.idOf(stackId, originId);
    } else if (!following) {
      return;
    } else {
      boolean isWorthAStack = kind.isWorthAStack();
      int stackId = StackRecorder.UNKNOWN;
      if (isWorthAStack || state.budget.spendStack()) {
        kind.stackTaken();
        stackId = connectStacks.currentId(isWorthAStack || !origins.areMany());
      }
      if (stackId >= 0) {
        originId = origins.idOf(stackId, originId);
      } else {
        skipping = true;
        if (originId < 0 || !state.budget.spendContext()) {
          return;
        }
      }
    }
    handing = true;
    boolean whileRunning = kind.platformThread || stays && kind.isRepeated(task);
    HandedContext context =
        new HandedContext(scope, originId, call, whileRunning, kind, state.clientId());
    boolean kept = stays ? handOffs.putToStay(task, context) : handOffs.put(task, context);
    if (!kept) {
      tooMany(scope);
    }
  }

  private void tooMany(RunningScope scope) {
    skipping = true;
    if (scope != null) {
      faults.degraded(
          "more than " + MAX_WAITING + " tasks waited at once: some are told without their scope");
    }
  }

  @Override
  public void rejected(Object task) {
    if (handing && task != null) {
      handOffs.doubtLast(task);
    }
  }

  @Override
  public void taskOver(Object task) {
    if (handing && task != null) {
      handOffs.forget(task);
    }
  }

  @Override
  public void forked(Object task) {
    if (contexts.isAnyOpen() || !(Thread.currentThread() instanceof ForkJoinWorkerThread)) {
      handedOver(task);
    } else if (handing) {
      ThreadState state = contexts.state();
      // The parts of a task come from where the whole came from.
      if (state.handed != null && state.budget.spendContext()) {
        handOffs.put(task, state.handed);
      }
    }
  }

  @Override
  public void taskStarting(Object task) {
    if (handing || skipping) {
      // The state first: it takes what came along with the thread itself.
      ThreadState state = contexts.state();
      goOn(state, task, task == null ? null : handOffs.take(task));
    }
  }

  /** From the task before to this one, which may be null. */
  private void goOn(ThreadState state, Object task, HandedContext handed) {
    state.handed = handed;
    state.unfollowed = handed == null && task != null && skipping ? TaskKind.of(task) : null;
  }

  @Override
  public TaskFrame taskEntered(Object task) {
    TaskFrame outer = begin(task);
    if (outer == null && task != null && skipping) {
      ThreadState state = contexts.state();
      state.unfollowed = state.handed == null ? TaskKind.of(task) : null;
    }
    return outer;
  }

  @Override
  public TaskFrame attemptEntered(Object task) {
    TaskFrame outer = begin(task);
    if (outer == null) {
      taskMade(task);
    }
    return outer;
  }

  @Override
  public void copied(Object from, Object to) {
    HandedContext handed = handing && from != null && to != null ? handOffs.take(from) : null;
    if (handed != null) {
      handOffs.putToStay(to, handed);
    }
  }

  /** Goes into the context of a task, if it has one; else null. */
  private TaskFrame begin(Object task) {
    HandedContext handed = handing && task != null ? handOffs.take(task) : null;
    return handed == null ? null : contexts.state().begin(handed);
  }

  @Override
  public TaskFrame loopEntered() {
    if (!handing && !skipping) {
      return null;
    }
    ThreadState state = contexts.state();
    TaskFrame outer = state.begin(state.handed);
    state.inLoop = true;
    return outer;
  }

  @Override
  public void loopItem(Object item) {
    if ((handing || skipping) && item != null) {
      ThreadState state = contexts.state();
      if (state.inLoop) {
        goOn(state, item, handOffs.take(item));
      }
    }
  }

  @Override
  public TaskFrame waitingEntered(Iterable<?> waiting) {
    if (!handing || waiting == null || !contexts.state().inLoop) {
      return null;
    }
    TaskFrame outer = null;
    Iterator<?> each = waiting.iterator();
    while (outer == null && each.hasNext()) {
      outer = begin(each.next());
    }
    return outer;
  }

  @Override
  public void taskLeft(Object token) {
    if (token instanceof TaskFrame outer) {
      contexts.resume(outer);
    }
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }

  /**
   * The id of this thread's stack together with where its work came from.
   *
   * @param stackId the stack alone
   */
  int withOrigin(int stackId) {
    if (!handing && !skipping) {
      return stackId;
    }
    ThreadState state = contexts.state();
    HandedContext handed = state.handed;
    if (handed != null) {
      handed.kind.used();
      return handed.originId < 0 ? stackId : connectStacks.handedOverId(stackId, handed.originId);
    }
    TaskKind unfollowed = state.unfollowed;
    if (unfollowed == null || !following) {
      return stackId;
    }
    unfollowed.missed();
    return connectStacks.handedOverId(stackId, origins.notTaken());
  }
}
