package dev.churnagent.analysis;

import dev.churnagent.model.ClosedFirst;
import java.util.Arrays;

/** How connections ended, in columns by a small id: of a stack, of an endpoint. */
final class CloseCounts {
  private long[] ours = new long[64];
  private long[] others = new long[64];
  private long[] unknown = new long[64];

  void closed(int id, int closedFirstCode) {
    withRoom(id);
    switch (ClosedFirst.ofCode(closedFirstCode)) {
      case LOCAL -> ours[id]++;
      case UNKNOWN -> unknown[id]++;
      default -> others[id]++;
    }
  }

  /** The system closed these when their program ended: on our side, first. */
  void leftOpen(int id, long count) {
    withRoom(id);
    ours[id] += count;
  }

  private void withRoom(int id) {
    if (id >= ours.length) {
      int capacity = Math.max(id + 1, 2 * ours.length);
      ours = Arrays.copyOf(ours, capacity);
      others = Arrays.copyOf(others, capacity);
      unknown = Arrays.copyOf(unknown, capacity);
    }
  }

  /** Closes that left a socket in TIME_WAIT on our side. */
  long ours(int id) {
    return id < ours.length ? ours[id] : 0;
  }

  /** Closes that left none: the peer was first, or it was reset. */
  long others(int id) {
    return id < others.length ? others[id] : 0;
  }

  /** Closes of which it is not known. */
  long unknown(int id) {
    return id < unknown.length ? unknown[id] : 0;
  }
}
