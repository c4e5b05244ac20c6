package dev.churnagent.journal;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event appended, by one thread and by eight at once. In short bursts with pauses: an endless
 * loop would measure how fast the disk gives room, which no program's connects ask for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 100)
@Measurement(iterations = 200)
@Fork(2)
public class AppendBenchmark {
  private static final int BURST = 4096;

  private TemporaryJournal journal;

  @Setup(Level.Trial)
  public void create() throws IOException {
    journal = TemporaryJournal.create();
  }

  @Setup(Level.Iteration)
  public void awaitRoom() {
    journal.awaitRoom();
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    journal.close();
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void oneThread() {
    burst();
  }

  @Benchmark
  @Threads(8)
  @OperationsPerInvocation(BURST)
  public void eightThreads() {
    burst();
  }

  private void burst() {
    JournalWriter writer = journal.writer();
    for (int i = 0; i < BURST; i++) {
      writer.appendEvent(RecordType.CONNECTION_ESTABLISHED, 0, 40_000, i, i & 1023, i & 15, 30_000);
    }
  }
}
