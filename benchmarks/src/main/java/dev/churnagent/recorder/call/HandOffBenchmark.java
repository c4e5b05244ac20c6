package dev.churnagent.recorder.call;

import dev.churnagent.hook.TaskHook;
import dev.churnagent.hook.TaskSink;
import dev.churnagent.journal.TemporaryJournal;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What handing a task over costs, both sides together, by way of the hooks of a pool: given by one
 * thread, begun and ended by a worker, here the same thread. Each task is a new object, as those of
 * {@code submit} are. In bursts, as {@link dev.churnagent.journal.AppendBenchmark} explains.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 100)
@Measurement(iterations = 200)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
      "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED"
    })
public class HandOffBenchmark {
  static final int BURST = 2048;

  @Param({"10", "40"})
  public int depth;

  private TemporaryJournal journal;
  private HandOvers following;
  private HandOvers notFollowing;
  private ThreadContexts contexts;
  private StackRecorder stacks;
  private final HandOffs handOffs = new HandOffs(1000);
  Runnable[] tasks;

  private static final class Task implements Runnable {
    @Override
    public void run() {}
  }

  @Setup(Level.Trial)
  public void create() throws IOException {
    journal = TemporaryJournal.create();
    Faults faults = new Faults(journal.writer());
    stacks = new StackRecorder(journal.writer(), faults);
    contexts = new ThreadContexts(journal.writer(), faults, stacks, true, true);
    following = contexts.handOvers();
    ThreadContexts others = new ThreadContexts(journal.writer(), faults, stacks, true, false);
    notFollowing = others.handOvers();
  }

  @Setup(Level.Iteration)
  public void renew() {
    journal.awaitRoom();
    tasks = new Runnable[BURST];
    for (int i = 0; i < BURST; i++) {
      tasks[i] = new Task();
    }
    contexts.state().handed = null;
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    TaskHook.setSink(TaskSink.NONE);
    journal.close();
  }

  /** The loop and the tasks alone. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void nothing() {
    TaskHook.setSink(TaskSink.NONE);
    handOver(depth);
  }

  /** Hooks in place, no scope open, work not followed. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void notFollowed() {
    TaskHook.setSink(notFollowing);
    handOver(depth);
  }

  /** Work is followed, and this thread has handed over more than is worth following. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void beyondTheBudget() {
    TaskHook.setSink(following);
    contexts.state().budget.exhaust();
    handOver(depth);
  }

  /** With a stack that is known. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void withAStack() {
    TaskHook.setSink(following);
    contexts.state().budget.fill();
    handOver(depth);
  }

  /** A stack alone, of which hand-overs are made. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public int stackAlone() {
    return stack(depth);
  }

  private int stack(int deeper) {
    if (deeper > 0) {
      return stack(deeper - 1) + 1;
    }
    int sum = 0;
    for (int i = 0; i < BURST; i++) {
      sum += stacks.currentId();
    }
    return sum;
  }

  /** The table alone. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void tableAlone() {
    HandedContext context = new HandedContext(null, 0, null, false, null, -1);
    for (int i = 0; i < BURST; i++) {
      Runnable task = tasks[i];
      handOffs.put(task, context);
      handOffs.take(task);
    }
  }

  private int handOver(int deeper) {
    if (deeper > 0) {
      return handOver(deeper - 1) + 1;
    }
    for (int i = 0; i < BURST; i++) {
      Runnable task = tasks[i];
      TaskHook.handedOver(task);
      TaskHook.taskStarting(task);
      task.run();
      TaskHook.taskStarting(null);
    }
    return 0;
  }
}
