package dev.churnagent.analysis;

import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;

/** Takes the ordered events of one run and replays them, together with those of all other runs. */
final class RunPorts implements EventSink, PairCounts.Visitor {
  private final PortPass pass;

  /** Open connections of this run by stack and destination: at its end the system closes them. */
  private PairCounts open = new PairCounts();

  private long endedAt;

  RunPorts(PortPass pass) {
    this.pass = pass;
  }

  @Override
  public void event(long at, int what, int stack, int site, int endpoint, int port, long duration) {
    switch (EventSink.type(what)) {
      case RUN_STARTED -> {}
      case RUN_ENDED -> ended(at);
      case TIME_WAIT_SEEN -> pass.observed().changed(site, endpoint, (int) duration);
      case TABLE_READ -> pass.observed().tableRead(at);
      default -> {
        int destination = pass.destinations().of(endpoint);
        if (destination != PortDestinations.NONE) {
          connection(at, what, stack, site, destination, port);
        }
      }
    }
  }

  private void connection(long at, int what, int stack, int site, int destination, int port) {
    switch (EventSink.type(what)) {
      case ESTABLISHED -> {
        open.increment(stack, destination);
        for (ReplayTrack track : pass.tracks()) {
          track.opened(at, stack, site, destination, port);
        }
      }
      case CLOSED -> {
        open.add(stack, destination, -1);
        boolean holds = holdsPort(ClosedFirst.ofCode(EventSink.detail(what)));
        for (ReplayTrack track : pass.tracks()) {
          track.closed(at, stack, site, destination, port, holds);
        }
      }
      case FAILED -> {
        if (FailureKind.ofCode(EventSink.detail(what)) == FailureKind.EXHAUSTED) {
          for (ReplayTrack track : pass.tracks()) {
            track.foundNoPort(at, stack, site, destination);
          }
          pass.foundNoPort(at, site, destination);
        }
      }
      default -> {}
    }
  }

  /** Where it can't be known who closed first, the worse is assumed. */
  private static boolean holdsPort(ClosedFirst closedFirst) {
    return closedFirst == ClosedFirst.LOCAL || closedFirst == ClosedFirst.UNKNOWN;
  }

  private void ended(long at) {
    endedAt = at;
    pass.ending(at);
    open.forEach(this);
    open = null;
  }

  /** Connections that were open when the run ended: the system closed them. */
  @Override
  public void pair(int stack, int destination, long count) {
    int site = pass.siteOfStack(stack);
    for (long i = 0; i < count; i++) {
      for (ReplayTrack track : pass.tracks()) {
        track.closed(endedAt, stack, site, destination, 0, true);
      }
    }
  }
}
