package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls of one unit (or of a part of a very long one) in order of their start, in columns. */
final class Stretch {
  private static final int LONGEST_LOOK = 10_000;
  private static final Comparator<Call> BY_START =
      new Comparator<>() {
        @Override
        public int compare(Call one, Call other) {
          int order = Long.compare(one.startNanos(), other.startNanos());
          if (order == 0) {
            // The longer one is the one around.
            order = Long.compare(other.durationNanos(), one.durationNanos());
          }
          return order != 0 ? order : Integer.compare(one.callId(), other.callId());
        }
      };

  final Unit unit;
  final List<Call> calls;
  final Path[] paths;

  /** Whether a call is part of a waiting loop. */
  final boolean[] polled;

  /** Whether a call is the first of a run of repeats. */
  final boolean[] first;

  /** Whether what happens beneath the call is told with it, since it could have been avoided. */
  private final boolean[] spared;

  private final Map<Integer, Integer> indexOfParents = new HashMap<>();

  /**
   * Puts calls in order.
   *
   * @param calls at least one; the list is sorted in place
   */
  Stretch(Unit unit, List<Call> calls) {
    calls.sort(BY_START);
    this.unit = unit;
    this.calls = calls;
    paths = new Path[calls.size()];
    polled = new boolean[calls.size()];
    first = new boolean[calls.size()];
    spared = new boolean[calls.size()];
    findParents();
  }

  /** Most calls are nobody's parent, and then there is no table. */
  private void findParents() {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).parentCallId() >= 0) {
        indexOfParents.put(calls.get(i).parentCallId(), null);
      }
    }
    for (int i = 0; i < calls.size() && !indexOfParents.isEmpty(); i++) {
      int callId = calls.get(i).callId();
      if (indexOfParents.containsKey(callId)) {
        indexOfParents.put(callId, i);
      }
    }
  }

  /**
   * For how long, at most, the thread of a call did nothing that was recorded between an earlier
   * call of its own and this one, in nanoseconds. 0 if a great many calls lie between: then it did
   * not wait.
   */
  long idleBefore(int earlier, int index) {
    if (index - earlier > LONGEST_LOOK) {
      return 0;
    }
    Call call = calls.get(index);
    long free = calls.get(earlier).endNanos();
    long longest = 0;
    for (int i = earlier + 1; i < index; i++) {
      Call between = calls.get(i);
      if (between.threadId() == call.threadId()) {
        longest = Math.max(longest, between.startNanos() - free);
        free = Math.max(free, between.endNanos());
      }
    }
    return Math.max(longest, call.startNanos() - free);
  }

  /** Whether the call is beneath one that could have been avoided; asked in order of start. */
  boolean isBeneathSpared(int index) {
    int parent = calls.get(index).parentCallId();
    Integer parentIndex = parent < 0 ? null : indexOfParents.get(parent);
    if (parentIndex != null && spared[parentIndex]) {
      spared[index] = true;
      return true;
    }
    return false;
  }

  /** The call could have been avoided. */
  void spare(int index) {
    spared[index] = true;
  }
}
