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
  private final OpenHistory open = new OpenHistory();
  private long connections;
  private long abandoned;
  private long closed;
  private long openAtEnd;

  SiteStatistics() {}

  void established(long atNanos, long connectNanos) {
    connections++;
    open.opened(atNanos);
    connects.add(connectNanos);
  }

  void failed(int kindCode) {
    failures[FailureKind.ofCode(kindCode).ordinal()]++;
  }

  void abandoned() {
    abandoned++;
  }

  void closed(long atNanos, int closedFirstCode, long lifetimeNanos) {
    closed++;
    open.closed(atNanos, 1);
    closedFirst[ClosedFirst.ofCode(closedFirstCode).ordinal()]++;
    lifetimes.add(lifetimeNanos);
  }

  /** A run ended while these connections were open; the system closed them. */
  void leftOpen(long atNanos, long count) {
    openAtEnd += count;
    open.closed(atNanos, count);
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

  /**
   * When the most were open, from 0, at the first connection, to 1, at the last event or the run's
   * end if connections were open then.
   */
  double peakOpenPlace() {
    return open.peakPlace();
  }

  /**
   * For how long a connection was open on average, in milliseconds; those that were open at the end
   * count up to then. 0 without connections.
   */
  double meanOpenMillis() {
    return connections == 0 ? 0 : open.openNanos() / connections / 1e6;
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
