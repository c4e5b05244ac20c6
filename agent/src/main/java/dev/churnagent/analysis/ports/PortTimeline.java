package dev.churnagent.analysis.ports;

import dev.churnagent.analysis.timeline.TimeAxis;

/**
 * Follows a replay and notes its levels by steps of time. TIME_WAIT ends between two events, too:
 * so the replay is led over each step's beginning, and the step starts with what is held then.
 */
public final class PortTimeline {
  private final PortReplay replay;
  private final TimeAxis axis;
  private final double[] timeWait;
  private final double[] ports;
  private int step;
  private long stepEnd;

  /** Creates one for a replay that is as yet empty. */
  public PortTimeline(PortReplay replay, TimeAxis axis) {
    this.replay = replay;
    this.axis = axis;
    timeWait = new double[axis.steps()];
    ports = new double[axis.steps()];
    stepEnd = axis.endNanos(0);
  }

  /** Before the replay hears of an event, or is asked about this time. */
  public void before(long atNanos) {
    while (atNanos >= stepEnd) {
      nextStep();
    }
  }

  private void nextStep() {
    replay.advance(stepEnd);
    stepEnd = axis.endNanos(++step);
    after();
  }

  /** After the replay has heard of an event. */
  public void after() {
    PortTotals now = replay.total();
    timeWait[step] = Math.max(timeWait[step], now.timeWait());
    ports[step] = Math.max(ports[step], now.ports());
  }

  /** The levels of all steps, once the last event of all is told. */
  public PortSteps result() {
    while (step < axis.steps() - 1) {
      nextStep();
    }
    return new PortSteps(rounded(timeWait), rounded(ports));
  }

  private static long[] rounded(double[] column) {
    long[] result = new long[column.length];
    for (int i = 0; i < column.length; i++) {
      result[i] = Math.round(column[i]);
    }
    return result;
  }
}
