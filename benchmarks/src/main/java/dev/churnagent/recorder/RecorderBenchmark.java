package dev.churnagent.recorder;

import dev.churnagent.hook.SocketProbe;
import dev.churnagent.journal.TemporaryJournal;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.internal.access.SharedSecrets;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that the agent does for one {@code java.net.Socket} between its connect and its close, but
 * the look at the socket before the close, which is a system call. In bursts, as {@link
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
public class RecorderBenchmark {
  private static final int BURST = 2048;
  private static final int PORT = 8100;

  @Param({"10", "40"})
  private int depth;

  private TemporaryJournal journal;
  private Recorder recorder;
  private InetSocketAddress remote;

  /** A descriptor number of its own for each thread. */
  @State(Scope.Thread)
  public static class Descriptor {
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private final FileDescriptor fd = new FileDescriptor();

    public Descriptor() {
      SharedSecrets.getJavaIOFileDescriptorAccess().set(fd, NUMBERS.getAndIncrement());
    }
  }

  /** An open socket to which nothing has come. */
  private static final class QuietSocket implements SocketProbe {
    @Override
    public int poll(FileDescriptor fd, int events) {
      return 0;
    }

    @Override
    public int available(FileDescriptor fd) {
      return 0;
    }

    @Override
    public InetSocketAddress localAddress(FileDescriptor fd) {
      return null;
    }

    @Override
    public InetSocketAddress remoteAddress(FileDescriptor fd) {
      return null;
    }

    @Override
    public Object noDelay(FileDescriptor fd) {
      return Boolean.FALSE;
    }
  }

  @Setup(Level.Trial)
  public void create() throws IOException {
    journal = TemporaryJournal.create();
    recorder = new Recorder(journal.writer(), new Faults(journal.writer()), new QuietSocket());
    remote = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), PORT);
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
  public void oneThread(Descriptor descriptor) {
    burst(descriptor.fd, depth);
  }

  @Benchmark
  @Threads(8)
  @OperationsPerInvocation(BURST)
  public void eightThreads(Descriptor descriptor) {
    burst(descriptor.fd, depth);
  }

  /** The loop stands at the end of the recursion, so that the recursion's own cost vanishes. */
  private void burst(FileDescriptor fd, int depth) {
    if (depth > 0) {
      burst(fd, depth - 1);
      return;
    }
    for (int i = 0; i < BURST; i++) {
      Object token = recorder.connectStarted(fd, false);
      recorder.socketConnectEnded(token, remote.getAddress(), PORT, remote, 40_000, null);
      recorder.closing(fd);
    }
  }
}
