package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortReplay;
import dev.churnagent.analysis.ports.PortUse;

/** One replay with what is changed in it: faster, several copies, or without some connections. */
final class ReplayTrack {
  private final PortReplay replay;
  private final double speed;
  private final double copies;
  private final ConnectionWeights weights;
  private final long base;

  /** A replay of what was recorded. */
  ReplayTrack(PortReplay replay) {
    this(replay, 1, 1, null, 0);
  }

  /**
   * A replay of what might be.
   *
   * @param weights which share of the connections is left; null: all
   * @param base the first run's start: times of a faster replay count from there
   */
  ReplayTrack(
      PortReplay replay, double speed, double copies, ConnectionWeights weights, long base) {
    this.replay = replay;
    this.speed = speed;
    this.copies = copies;
    this.weights = weights;
    this.base = base;
  }

  PortReplay replay() {
    return replay;
  }

  void opened(long at, int stack, int site, int destination, int port) {
    double weight = weight(stack, destination);
    if (weight > 0) {
      replay.opened(time(at), destination, site, port, weight);
    }
  }

  void foundNoPort(long at, int stack, int site, int destination) {
    double weight = weight(stack, destination);
    if (weight > 0) {
      replay.foundNoPort(time(at), destination, site, weight);
    }
  }

  void closed(long at, int stack, int site, int destination, int port, boolean holdsPort) {
    double weight = weight(stack, destination);
    if (weight > 0) {
      replay.closed(time(at), destination, site, port, holdsPort, weight);
    }
  }

  private double weight(int stack, int destination) {
    return weights == null ? copies : copies * weights.of(stack, destination);
  }

  private long time(long at) {
    return speed == 1 ? at : base + (long) ((at - base) / speed);
  }

  PortUse result(long endedAt) {
    return replay.result(time(endedAt), copies);
  }
}
