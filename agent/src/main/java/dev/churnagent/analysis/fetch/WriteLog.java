package dev.churnagent.analysis.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The writes of one run by resource, wherever they were made: another thread's write changes an
 * answer as well as one's own. The latest 4,096 of each resource are kept; of the time before these
 * it says that there was a write, so that nothing is blamed wrongly.
 */
final class WriteLog {
  private static final int KEPT = 4_096;

  private final Map<String, Writes> byResource = new HashMap<>();

  /** A write, and the requests of the watched calls that it was made beneath. */
  static final class Write {
    private final long start;
    private final long end;
    private final int request;
    private final IntList beneath = new IntList();

    private Write(long start, long end, int request) {
      this.start = start;
      this.end = end;
      this.request = request;
    }

    void isBeneath(int watchedRequest) {
      beneath.add(watchedRequest);
    }

    private boolean belongsTo(int otherRequest) {
      for (int i = 0; i < beneath.size(); i++) {
        if (beneath.get(i) == otherRequest) {
          return true;
        }
      }
      return request == otherRequest;
    }
  }

  private static final class Writes {
    private final List<Write> inOrder = new ArrayList<>();
    private long forgottenUntil = Long.MIN_VALUE;
    private long longest;

    private void add(Write write) {
      if (inOrder.size() == 2 * KEPT) {
        List<Write> oldest = inOrder.subList(0, KEPT);
        for (Write forgotten : oldest) {
          forgottenUntil = Math.max(forgottenUntil, forgotten.end);
        }
        oldest.clear();
      }
      longest = Math.max(longest, write.end - write.start);
      // Records come nearly in order, so this seldom moves far.
      int place = inOrder.size();
      while (place > 0 && inOrder.get(place - 1).start > write.start) {
        place--;
      }
      inOrder.add(place, write);
    }

    /** By halves: the first write that did not start before. */
    private int firstFrom(long start) {
      int from = 0;
      int to = inOrder.size();
      while (from < to) {
        int middle = from + to >>> 1;
        if (inOrder.get(middle).start < start) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }

  Write add(Request request, long start, long end) {
    Write write = new Write(start, end, request.id);
    Writes writes = byResource.get(request.url);
    if (writes == null) {
      writes = new Writes();
      byResource.put(request.url, writes);
    }
    writes.add(write);
    return write;
  }

  /**
   * Whether a resource of a request was written to by something else than the request itself.
   *
   * @param after start of the earlier call; a write that ended later may have come after it
   * @param before start of the later call
   */
  boolean isBetween(Request request, long after, long before) {
    if (byResource.isEmpty()) {
      return false;
    }
    for (String resource : request.resources()) {
      Writes writes = byResource.get(resource);
      if (writes != null && isBetween(writes, request.id, after, before)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBetween(Writes writes, int request, long after, long before) {
    if (writes.forgottenUntil > after) {
      return true;
    }
    // One that started so long ago that even the longest had ended by then ends the search.
    for (int i = writes.firstFrom(before) - 1; i >= 0; i--) {
      Write write = writes.inOrder.get(i);
      if (write.start + writes.longest <= after) {
        return false;
      }
      if (write.end > after && !write.belongsTo(request)) {
        return true;
      }
    }
    return false;
  }
}
