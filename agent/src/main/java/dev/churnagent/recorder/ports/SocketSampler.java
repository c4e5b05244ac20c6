package dev.churnagent.recorder.ports;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.KnownEndpoints;
import dev.churnagent.sockets.OperatingSystem;
import dev.churnagent.sockets.OwnerKind;
import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.SocketOwners;
import dev.churnagent.sockets.SocketTable;
import dev.churnagent.sockets.SocketTables;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
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

  private static final int COST_FACTOR = 50;
  private static final int MOST_FAILURES = 3;
  private static final long LAST_LOOK_MILLIS = 200;
  private static final int STACK_BYTES = 256 * 1024;

  private final JournalWriter journal;
  private final Faults faults;
  private final KnownEndpoints endpoints;
  private final long pid;
  private final Object lock = new Object();
  private final long intervalNanos;
  private Thread thread;
  private boolean ending;

  /** What comes later is too late: the journal has ended. */
  private volatile boolean ended;

  private SocketTable table;
  private EndpointIndex index;
  private TableLook look;
  private TableRecords records;
  private HopLook hops;
  private MachinePorts described;
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
    this.journal = journal;
    this.faults = faults;
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
      note("no thread could be started");
    }
  }

  /**
   * Looks a last time; returns after that, or when it takes too long. After this nothing more is
   * written.
   */
  public void finish() {
    if (thread == null) {
      return;
    }
    synchronized (lock) {
      ending = true;
      lock.notifyAll();
    }
    if (!hasEnded()) {
      note("the last look took too long");
    }
    ended = true;
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
        long cost = endpoints.count() == 0 ? 0 : timed(false);
        wait = Math.max(intervalNanos, COST_FACTOR * cost);
      }
      timed(true);
    } catch (RuntimeException | Error e) {
      note(e.toString());
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

  private long timed(boolean last) {
    long start = System.nanoTime();
    if (failures < MOST_FAILURES) {
      try {
        lookAround(last);
        failures = 0;
      } catch (IOException e) {
        failures++;
        note(e.getMessage());
      }
    }
    return System.nanoTime() - start;
  }

  private void lookAround(boolean last) throws IOException {
    if (described == null) {
      describePorts();
    }
    if (intervalNanos > 0) {
      if (table == null) {
        prepare();
      }
      lookAtTable();
      lookForHops(last);
    }
    if (last && OperatingSystem.current() == OperatingSystem.LINUX) {
      describePorts();
    }
  }

  private void prepare() {
    table = SocketTables.ofThisMachine();
    index = new EndpointIndex(endpoints);
    look = new TableLook(index);
    records = new TableRecords(journal);
    if (table.ownerKind() == OwnerKind.INODE) {
      hops = new HopLook(table, SocketOwners.ofThisMachine(), endpoints, journal, pid);
    }
  }

  private void lookAtTable() throws IOException {
    index.refresh();
    look.begin();
    long at = journal.now();
    try {
      table.read(look);
    } catch (IOException e) {
      look.undo();
      throw e;
    }
    if (!ended) {
      records.write(at, look);
    }
  }

  private void lookForHops(boolean last) throws IOException {
    if (hops == null || ended) {
      return;
    }
    if (last) {
      hops.look(look);
    } else {
      hops.afterLook(look);
    }
  }

  private void describePorts() {
    PortSettings settings = PortSettings.ofThisMachine();
    MachinePorts ports =
        new MachinePorts(
            settings.os().name().toLowerCase(Locale.ROOT),
            settings.low(),
            settings.high(),
            Math.max(0, settings.excludedPorts()),
            settings.tcpTwReuse(),
            settings.timeWaitSeconds());
    if (!ports.equals(described) && !ended) {
      journal.appendPayload(RecordType.PORTS_DESCRIBED, 0, PayloadOutput.ports(ports));
    }
    described = ports;
  }

  /** The program's own measurement is whole without the table. */
  private void note(String trouble) {
    if (!ended) {
      faults.degraded("note: the system's socket table could not be read: " + trouble);
    }
  }
}
