package dev.churnagent.recorder;

import dev.churnagent.journal.TemporaryJournal;
import java.io.IOException;
import java.net.InetAddress;
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

/** A known endpoint looked up by its address, among few and among many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EndpointBenchmark {
  private static final int PORT = 8100;

  @Param({"1", "1000"})
  private int endpoints;

  private TemporaryJournal journal;
  private EndpointTable table;
  private InetAddress[] addresses;
  private int next;

  @Setup
  public void create() throws IOException {
    journal = TemporaryJournal.create();
    table = new EndpointTable(journal.writer(), new Faults(journal.writer()));
    addresses = new InetAddress[endpoints];
    for (int i = 0; i < endpoints; i++) {
      byte[] bytes = {10, 0, (byte) (i >>> 8), (byte) i};
      addresses[i] = InetAddress.getByAddress(bytes);
      // Another object of the same address in the table: a program resolves a name each time.
      table.idOf(InetAddress.getByAddress(bytes), PORT, null, null);
    }
  }

  @TearDown
  public void delete() throws IOException {
    journal.close();
  }

  @Benchmark
  public int known() {
    next = next + 1 == endpoints ? 0 : next + 1;
    return table.idOf(addresses[next], PORT, null, null);
  }
}
