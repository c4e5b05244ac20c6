package dev.churnagent.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * A measured program: does its operation in batches on one thread, and takes the thread's CPU time
 * around each batch, or the whole process's where several threads do the work.
 */
public abstract class BatchClient {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final int batchSize;
  private final boolean wholeProcess;
  private long cpuNanos;
  private long wallNanos;
  private long measured;

  /**
   * Creates it.
   *
   * @param batchSize operations in a batch
   * @param wholeProcess whether to take the CPU time of all threads, the JVM's own included; known
   *     in steps of 10 ms on 17, which batches that follow each other at once make good
   */
  protected BatchClient(int batchSize, boolean wholeProcess) {
    this.batchSize = batchSize;
    this.wholeProcess = wholeProcess;
  }

  /** Does the operation so many times. */
  protected abstract void batch(int size) throws IOException;

  /** Called after each batch, outside of what is measured. */
  protected abstract void sync() throws IOException;

  /** Does whole batches until there were that many operations, and forgets what they took. */
  protected final void warmUp(int operations) throws IOException {
    measure((operations + batchSize - 1) / batchSize);
  }

  /** Does that many batches; what was measured before is forgotten. */
  protected final void measure(int batches) throws IOException {
    cpuNanos = 0;
    wallNanos = 0;
    measured = (long) batches * batchSize;
    for (int i = 0; i < batches; i++) {
      long wall = System.nanoTime();
      long cpu = cpuTime();
      batch(batchSize);
      cpuNanos += cpuTime() - cpu;
      wallNanos += System.nanoTime() - wall;
      sync();
    }
  }

  private long cpuTime() {
    return wholeProcess ? process.getProcessCpuTime() : threads.getCurrentThreadCpuTime();
  }

  /** Prints what one operation took, and how many there were in all. */
  protected final void print(String counted, long count) {
    System.out.printf(Locale.ROOT, "cpuNanos=%.1f%n", (double) cpuNanos / measured);
    System.out.printf(Locale.ROOT, "wallNanos=%.1f%n", (double) wallNanos / measured);
    System.out.printf(Locale.ROOT, "%s=%d%n", counted, count);
  }
}
