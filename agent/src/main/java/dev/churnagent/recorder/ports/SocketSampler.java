package dev.churnagent.recorder.ports;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.KnownEndpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The thread that reads the system's socket table: at an interval once a connection was made, and a
 * last time when the run ends. It takes at most a fiftieth of one processor: after a look that took
 * long it waits fifty times as long.
 */
public final class SocketSampler implements Runnable {
  /** Where the table is a file, and where a process must be started for it. */
  private static final long DEFAULT_MILLIS = 1_000;

  private static final long DEFAULT_MILLIS_BY_COMMAND = 10_000;

  /** Before this, the program starts up and has the machine to itself. */
  private static final long FIRST_MILLIS = 1_000;

  /** A look may take one part in so many of the time. */
  static final int COST_FACTOR = 50;

  private static final int MOST_FAILURES = 3;
  private static final long LAST_LOOK_MILLIS = 200;
  private static final int STACK_BYTES = 256 * 1024;

  private final SamplerRecords records;
  private final KnownEndpoints endpoints;
  private final long pid;
  private final Object lock = new Object();
  private final long intervalNanos;
  private Thread thread;
  private boolean ending;
  private volatile boolean lastLookIsDone;
  private MachineLook look;
  private boolean tableIsRead;
  private int failures;

  /**
   * Creates it; nothing happens before {@link #start}.
   *
   * @param interval time from look to look; 0: the table is never read, only the settings of ports;
   *     null: as suits the system
   * @param pid this process
   */
  public SocketSampler(
      JournalWriter journal, Faults faults, KnownEndpoints endpoints, Duration interval, long pid) {
    this.records = new SamplerRecords(journal, faults);
    this.endpoints = endpoints;
    this.pid = pid;
    this.intervalNanos = interval == null ? defaultNanos() : interval.toNanos();
  }

  private static long defaultNanos() {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    return TimeUnit.MILLISECONDS.toNanos(linux ? DEFAULT_MILLIS : DEFAULT_MILLIS_BY_COMMAND);
  }

  /** Starts the thread, which at first does nothing. */
  public void start() {
    Thread sampler = new Thread(null, this, "churn-sockets", STACK_BYTES, false);
    sampler.setDaemon(true);
    try {
      sampler.start();
      thread = sampler;
    } catch (OutOfMemoryError noThread) {
      records.note("the system's socket table is not read: no thread could be started");
    }
  }

  /** Looks a last time; returns after that, or when it takes too long. Nothing is written later. */
  public void finish() {
    if (thread == null) {
      return;
    }
    synchronized (lock) {
      ending = true;
      lock.notifyAll();
    }
    if (!hasEnded() && !lastLookIsDone) {
      records.note("the system's socket table was not read at the end, which took too long");
    }
    records.end();
  }

  private boolean hasEnded() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_LOOK_MILLIS);
    boolean interrupted = false;
    long left = LAST_LOOK_MILLIS;
    while (thread.isAlive() && left > 0) {
      try {
        thread.join(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  @Override
  public void run() {
    try {
      long wait = Math.min(intervalNanos, TimeUnit.MILLISECONDS.toNanos(FIRST_MILLIS));
      while (!hasToEnd(wait == 0 ? Long.MAX_VALUE : wait)) {
        long cost = endpoints.count() == 0 ? 0 : lookAround();
        wait = Math.max(intervalNanos, COST_FACTOR * cost);
      }
      lookALastTime();
    } catch (RuntimeException | Error e) {
      noteEnd(e);
    }
  }

  /** Uncaught, a fault would be printed on the program's stderr. */
  private void noteEnd(Throwable fault) {
    try {
      records.note("the system's socket table is not read any more: ".concat(fault.toString()));
    } catch (RuntimeException | Error memoryIsStillFull) {
      return;
    }
  }

  private long lookAround() {
    prepare();
    look.ports(false);
    long cost = timed();
    hops(false);
    return cost;
  }

  /** The most important first: {@link #finish} does not wait for long. */
  private void lookALastTime() {
    prepare();
    timed();
    lastLookIsDone = true;
    look.ports(true);
    hops(true);
  }

  private void prepare() {
    if (look == null) {
      look = new MachineLook(records, endpoints, pid);
    }
  }

  /** Waits; tells whether the run ends. */
  private boolean hasToEnd(long nanos) {
    long deadline = System.nanoTime() + nanos;
    synchronized (lock) {
      long left = nanos;
      while (!ending && left > 0) {
        try {
          // Rounded up: 0 would be for ever.
          lock.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        } catch (InterruptedException e) {
          // Not from us: whoever interrupts all threads of the JVM does not mean this one.
          continue;
        }
        left = nanos == Long.MAX_VALUE ? nanos : deadline - System.nanoTime();
      }
      return ending;
    }
  }

  /** Looks, and tells how long that took. */
  private long timed() {
    long start = System.nanoTime();
    if (intervalNanos > 0 && failures < MOST_FAILURES) {
      try {
        look.table();
        failures = 0;
        tableIsRead = true;
      } catch (IOException e) {
        failures++;
        tableIsRead = false;
        records.note(
            "the system's socket table could not be read: ".concat(String.valueOf(e.getMessage())));
      }
    }
    return System.nanoTime() - start;
  }

  private void hops(boolean now) {
    if (tableIsRead) {
      try {
        look.hops(now);
      } catch (IOException e) {
        records.note(
            "proxies of this machine could not be found: ".concat(String.valueOf(e.getMessage())));
      }
    }
  }
}
