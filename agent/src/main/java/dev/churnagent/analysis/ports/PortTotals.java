package dev.churnagent.analysis.ports;

/** What all destinations together have open and in TIME_WAIT, and the peaks of that. */
final class PortTotals {
  private double open;
  private double timeWait;
  private double reusable;
  private double peakTimeWait;
  private long peakTimeWaitAt = -1;
  private double peakPorts;
  private long peakPortsAt = -1;
  private double peakBlocked;

  void addOpen(double change) {
    open = Math.max(0, open + change);
  }

  void addTimeWait(double change) {
    timeWait = Math.max(0, timeWait + change);
  }

  void addReusable(double change) {
    reusable = Math.max(0, reusable + change);
  }

  /** Sockets in TIME_WAIT now. */
  double timeWait() {
    return timeWait;
  }

  /** Ports that are open or in TIME_WAIT now. */
  double ports() {
    return open + timeWait;
  }

  /** Ports of a pool for all destinations that no connect can get. */
  double blocked() {
    return open + timeWait - reusable;
  }

  /**
   * Notes new peaks.
   *
   * @param blocked ports of the range in question that no connect can get
   * @return whether more ports are open or in TIME_WAIT than ever before
   */
  boolean notePeaks(long atNanos, double blocked) {
    if (timeWait > peakTimeWait) {
      peakTimeWait = timeWait;
      peakTimeWaitAt = atNanos;
    }
    peakBlocked = Math.max(peakBlocked, blocked);
    if (ports() <= peakPorts) {
      return false;
    }
    peakPorts = ports();
    peakPortsAt = atNanos;
    return true;
  }

  long peakTimeWait() {
    return Math.round(peakTimeWait);
  }

  long peakTimeWaitAt() {
    return peakTimeWaitAt;
  }

  long peakPorts() {
    return Math.round(peakPorts);
  }

  long peakPortsAt() {
    return peakPortsAt;
  }

  double peakBlocked() {
    return peakBlocked;
  }
}
