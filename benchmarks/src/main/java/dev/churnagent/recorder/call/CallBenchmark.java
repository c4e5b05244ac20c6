package dev.churnagent.recorder.call;

import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.CallSink;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.TemporaryJournal;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import dev.churnagent.values.SecretNames;
import dev.churnagent.values.ValueDigest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What entering and leaving a watched method costs, by way of the hooks. In bursts, as {@link
 * dev.churnagent.journal.AppendBenchmark} explains.
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
public class CallBenchmark {
  private static final int BURST = 2048;
  private static final int DEPTH = 40;
  private static final Object[] NONE = {};

  private TemporaryJournal journal;
  private CallRecorder withStacks;
  private CallRecorder withoutStacks;
  private int method;
  private final Object[] arguments = {"device-1", "temperature"};
  private final Device device = new Device();
  private final ValueDigest digest = new ValueDigest();

  /** Not the benchmark itself, to whose class JMH adds hundreds of fields. */
  private static final class Device {
    final String url = "http://127.0.0.1:8100";
  }

  @Setup(Level.Trial)
  public void create() throws IOException {
    journal = TemporaryJournal.create();
    Faults faults = new Faults(journal.writer());
    MethodTable methods = new MethodTable(journal.writer(), faults);
    method = methods.define(false, "com.acme.Device", "fetch", "()V", "com.acme.Device#fetch");
    StackRecorder stacks = new StackRecorder(journal.writer(), faults);
    JournalWriter writer = journal.writer();
    withStacks = recorder(writer, faults, methods, new ThreadContexts(writer, faults, stacks));
    withoutStacks = recorder(writer, faults, methods, new ThreadContexts(writer, faults, null));
  }

  /** A recorder as the agent makes it. */
  static CallRecorder recorder(
      JournalWriter journal, Faults faults, MethodTable methods, ThreadContexts contexts) {
    return new CallRecorder(
        journal,
        faults,
        methods,
        new RequestTable(journal, faults),
        contexts,
        new SecretNames(List.of("password")),
        1);
  }

  @Setup(Level.Iteration)
  public void awaitRoom() {
    journal.awaitRoom();
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    CallHook.setSink(CallSink.NONE);
    journal.close();
  }

  /** No recorder behind the hooks. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void unrecorded() {
    CallHook.setSink(CallSink.NONE);
    calls(0, NONE);
  }

  /** Two strings as arguments, one as the result, from a known stack of depth 40 and more. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void twoStrings() {
    CallHook.setSink(withStacks);
    calls(DEPTH, arguments);
  }

  /** The same without the stack. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void twoStringsWithoutStack() {
    CallHook.setSink(withoutStacks);
    calls(DEPTH, arguments);
  }

  /** No arguments, no stack. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void noArgumentsWithoutStack() {
    CallHook.setSink(withoutStacks);
    calls(DEPTH, NONE);
  }

  /** The digest of two strings. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public long digestOfTwoStrings() {
    long sum = 0;
    for (int i = 0; i < BURST; i++) {
      sum += digest.key(i, null, arguments);
    }
    return sum;
  }

  /** The loop stands at the end of the recursion, so that the recursion's own cost vanishes. */
  private void calls(int depth, Object[] arguments) {
    if (depth > 0) {
      calls(depth - 1, arguments);
      return;
    }
    for (int i = 0; i < BURST; i++) {
      CallHook.callEnded(CallHook.callStarted(method, device, arguments), "42.5 degrees", null);
    }
  }
}
