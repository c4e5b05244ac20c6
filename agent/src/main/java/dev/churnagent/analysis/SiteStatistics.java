package dev.churnagent.analysis;

import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;

/** What one call site did, over all runs. Filled by the analysis, then only read. */
public final class SiteStatistics {
  private static final FailureKind[] FAILURE_KINDS = FailureKind.values();

  private final long[] failures = new long[FAILURE_KINDS.length];
  private final long[] closedFirst = new long[ClosedFirst.values().length];
  private final Durations lifetimes = new Durations();
  private final Durations connects = new Durations();
  private final OpenCount open = new OpenCount();
  private long connections;
  private long abandoned;
  private long closed;
  private long openAtEnd;

  SiteStatistics() {}

  void established(long connectNanos) {
    connections++;
    open.opened();
    connects.add(connectNanos);
  }

  void failed(int kindCode) {
    failures[FailureKind.ofCode(kindCode).ordinal()]++;
  }

  void abandoned() {
    abandoned++;
  }

  void closed(int closedFirstCode, long lifetimeNanos) {
    closed++;
    open.closed(1);
    closedFirst[ClosedFirst.ofCode(closedFirstCode).ordinal()]++;
    lifetimes.add(lifetimeNanos);
  }

  /** A run ended while these connections were open; the system closed them. */
  void leftOpen(long count) {
    openAtEnd += count;
    open.closed(count);
  }

  /** Connections established. */
  public long connections() {
    return connections;
  }

  /** Attempts that reached the operating system and failed. */
  public long failed() {
    long sum = 0;
    for (FailureKind kind : FAILURE_KINDS) {
      sum += kind.isFailedAttempt() ? failures[kind.ordinal()] : 0;
    }
    return sum;
  }

  /** Failures of one kind. */
  public long failures(FailureKind kind) {
    return failures[kind.ordinal()];
  }

  /** Non-blocking connects that were closed before they were finished. */
  public long abandonedCount() {
    return abandoned;
  }

  /** Connections that were closed while their program ran. */
  public long closedCount() {
    return closed;
  }

  /** Closes of one kind. */
  public long closedFirst(ClosedFirst kind) {
    return closedFirst[kind.ordinal()];
  }

  /** Connections that were open when their run ended. */
  public long openAtEnd() {
    return openAtEnd;
  }

  /** The most connections open at one time. */
  public long peakOpen() {
    return open.peak();
  }

  /** Lifetimes of the closed connections. */
  public Durations lifetimes() {
    return lifetimes;
  }

  /** How long connects took. */
  public Durations connects() {
    return connects;
  }
}
