package dev.churnagent.analysis;

import dev.churnagent.analysis.ports.PortHolder;
import dev.churnagent.analysis.ports.PortReplay;
import dev.churnagent.analysis.ports.PortSteps;
import dev.churnagent.analysis.ports.PortTimeline;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.analysis.timeline.TimeAxis;
import java.util.List;

/** One replay with what is changed in it: faster, several copies, or without some connections. */
final class ReplayTrack {
  private final PortReplay replay;
  private final double speed;
  private final double copies;
  private final ConnectionWeights weights;
  private final long base;

  /** Null where nobody asks for it. */
  private final PortTimeline timeline;

  /** A replay of what was recorded, and of when it held how many ports if there is an axis. */
  ReplayTrack(PortReplay replay, TimeAxis axis) {
    this(replay, 1, 1, null, 0, axis == null ? null : new PortTimeline(replay, axis));
  }

  /**
   * A replay of what might be.
   *
   * @param weights which share of the connections is left; null: all
   * @param base the first run's start: times of a faster replay count from there
   */
  ReplayTrack(
      PortReplay replay, double speed, double copies, ConnectionWeights weights, long base) {
    this(replay, speed, copies, weights, base, null);
  }

  private ReplayTrack(
      PortReplay replay,
      double speed,
      double copies,
      ConnectionWeights weights,
      long base,
      PortTimeline timeline) {
    this.replay = replay;
    this.speed = speed;
    this.copies = copies;
    this.weights = weights;
    this.base = base;
    this.timeline = timeline;
  }

  void opened(long at, int stack, int site, int destination, int port) {
    double weight = weight(stack, destination);
    if (weight > 0) {
      before(at);
      replay.opened(time(at), destination, site, port, weight);
      after();
    }
  }

  void foundNoPort(long at, int stack, int site, int destination) {
    double weight = weight(stack, destination);
    if (weight > 0) {
      before(at);
      replay.foundNoPort(time(at), destination, site, weight);
    }
  }

  void closed(long at, int stack, int site, int destination, int port, boolean holdsPort) {
    double weight = weight(stack, destination);
    if (weight > 0) {
      before(at);
      replay.closed(time(at), destination, site, port, holdsPort, weight);
      after();
    }
  }

  private void before(long at) {
    if (timeline != null) {
      timeline.before(at);
    }
  }

  private void after() {
    if (timeline != null) {
      timeline.after();
    }
  }

  private double weight(int stack, int destination) {
    return weights == null ? copies : copies * weights.of(stack, destination);
  }

  private long time(long at) {
    return speed == 1 ? at : base + (long) ((at - base) / speed);
  }

  /** Who holds ports at a time, which is not before the last event's; most first. */
  List<PortHolder> holdersAt(long at) {
    before(at);
    return replay.holdersAt(time(at));
  }

  /** When it held how many ports, or null if nobody asked; to be called after the last event. */
  PortSteps steps() {
    return timeline == null ? null : timeline.result();
  }

  /** What was found; after {@link #steps}, which must not find the replay ahead of it. */
  PortUse result(long endedAt) {
    return replay.result(time(endedAt), copies);
  }
}
