package dev.churnagent.recorder;

import dev.churnagent.journal.TemporaryJournal;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The stack of a connect: captured and hashed; the same and looked up; and for comparison walked.
 * The depth is that of a recursion on top of JMH's own dozen frames.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {
      "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
      "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED"
    })
public class StackBenchmark {
  @Param({"10", "40", "120"})
  private int depth;

  private TemporaryJournal journal;
  private StackRecorder stacks;

  @Setup
  public void create() throws IOException {
    if (!BackTrace.usable()) {
      throw new IllegalStateException("no back trace is readable here");
    }
    journal = TemporaryJournal.create();
    stacks = new StackRecorder(journal.writer(), new Faults(journal.writer()));
  }

  @TearDown
  public void delete() throws IOException {
    journal.close();
  }

  /** What the recursion itself costs. */
  @Benchmark
  public long recursionOnly() {
    return nothing(depth);
  }

  @Benchmark
  public long captureAndHash() {
    return hash(depth);
  }

  @Benchmark
  public int knownStack() {
    return id(depth);
  }

  @Benchmark
  public long walkAndHash() {
    return walk(depth);
  }

  private static long nothing(int depth) {
    return depth == 0 ? 1 : nothing(depth - 1) + 1;
  }

  private static long hash(int depth) {
    return depth == 0 ? BackTrace.hash(BackTrace.blank().fillInStackTrace()) : hash(depth - 1) + 1;
  }

  private static long walk(int depth) {
    return depth == 0 ? WalkedStack.hash() : walk(depth - 1) + 1;
  }

  private int id(int depth) {
    return depth == 0 ? stacks.currentId() : id(depth - 1) + 1;
  }
}
