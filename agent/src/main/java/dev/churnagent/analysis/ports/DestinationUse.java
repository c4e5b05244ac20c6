package dev.churnagent.analysis.ports;

import java.util.Arrays;

/** What each destination has open and in TIME_WAIT, its peaks and its sums: columns by its id. */
final class DestinationUse {
  private double[] open = {};
  private double[] timeWait = {};
  private double[] keptTimeWait = {};
  private double[] reusable = {};
  private double[] peakOpen = {};
  private double[] peakTimeWait = {};

  /** Logarithm of the share of reusable entries that no connect has taken over so far. */
  private double[] survival = {};

  private double[] opened = {};
  private double[] held = {};
  private double[] openNanos = {};
  private long[] changedAt = {};
  private int count;

  /** Makes room for a destination; true if it was not known before. */
  boolean know(int destination) {
    if (destination < count) {
      return false;
    }
    if (destination >= open.length) {
      grow(Math.max(destination + 1, Math.max(8, 2 * open.length)));
    }
    count = destination + 1;
    return true;
  }

  private void grow(int capacity) {
    open = Arrays.copyOf(open, capacity);
    timeWait = Arrays.copyOf(timeWait, capacity);
    reusable = Arrays.copyOf(reusable, capacity);
    peakOpen = Arrays.copyOf(peakOpen, capacity);
    peakTimeWait = Arrays.copyOf(peakTimeWait, capacity);
    survival = Arrays.copyOf(survival, capacity);
    opened = Arrays.copyOf(opened, capacity);
    held = Arrays.copyOf(held, capacity);
    openNanos = Arrays.copyOf(openNanos, capacity);
    changedAt = Arrays.copyOf(changedAt, capacity);
  }

  void opened(long atNanos, int d, double weight) {
    openFor(atNanos, d);
    open[d] += weight;
    opened[d] += weight;
    peakOpen[d] = Math.max(peakOpen[d], open[d]);
  }

  /** Takes at most what is open, since an event of an opening may have been lost; says how much. */
  double closed(long atNanos, int d, double weight) {
    openFor(atNanos, d);
    double closed = Math.min(open[d], weight);
    open[d] -= closed;
    return closed;
  }

  private void openFor(long atNanos, int d) {
    openNanos[d] += open[d] * (atNanos - changedAt[d]);
    changedAt[d] = atNanos;
  }

  void addTimeWait(int d, double weight) {
    timeWait[d] += weight;
    held[d] += weight;
    peakTimeWait[d] = Math.max(peakTimeWait[d], timeWait[d]);
  }

  void removeTimeWait(int d, double weight) {
    timeWait[d] = Math.max(0, timeWait[d] - weight);
  }

  void addReusable(int d, double change) {
    reusable[d] = Math.max(0, reusable[d] + change);
  }

  /** What each has in TIME_WAIT now; not to be changed. */
  double[] timeWaitNow() {
    return timeWait;
  }

  /** Remembers what each has in TIME_WAIT. */
  void keep() {
    if (keptTimeWait.length != timeWait.length) {
      keptTimeWait = new double[timeWait.length];
    }
    System.arraycopy(timeWait, 0, keptTimeWait, 0, count);
  }

  /** What each had when {@link #keep} was called last. */
  double[] kept() {
    return keptTimeWait;
  }

  double reusable(int d) {
    return reusable[d];
  }

  double survival(int d) {
    return survival[d];
  }

  void addSurvival(int d, double change) {
    survival[d] += change;
  }

  /** Ports that a connect to there can't get. */
  double blocked(int d) {
    return open[d] + timeWait[d] - reusable[d];
  }

  double connections(int d) {
    return opened[d];
  }

  /** For how long a connection holds its port on average, with {@code timeWaitNanos} after it. */
  double meanHoldNanos(int d, double timeWaitNanos) {
    return opened[d] == 0 ? 0 : (openNanos[d] + held[d] * timeWaitNanos) / opened[d];
  }

  /** The most that were in TIME_WAIT at once. */
  long timeWait(int destination) {
    return destination < count ? Math.round(peakTimeWait[destination]) : 0;
  }

  /** The most that were open at once. */
  long open(int destination) {
    return destination < count ? (long) Math.ceil(peakOpen[destination] - 1e-6) : 0;
  }

  /** Destinations have ids below it. */
  int count() {
    return count;
  }
}
