package dev.churnagent.analysis.fetch;

import dev.churnagent.model.Call;
import java.util.Arrays;

/**
 * Finds waiting loops: calls of one request that follow each other on one thread and the same path,
 * lines included, and pause between the end of one and the start of the next. A pause is a time in
 * which the thread did not fetch anything else either: a page that is built again and again, and
 * asks for many things each time, does not wait.
 *
 * <p>Either the pauses are regular: at least 10 ms (the shortest sleep a person writes; a loop's
 * own work between two fast requests stays below), and nine of ten within a factor of 3 of the
 * median. Schedulers and a busy machine easily double a short sleep, while a step that waits in one
 * place and works in another differs by more. One outlier in ten (a garbage collection, a suspended
 * laptop) makes no chain of a poll; a loop of fewer pauses must be regular throughout. Or the
 * answers were equal and then changed, with a pause each time, as in a loop that backs off; a
 * failure counts as an answer here, so that a retry loop is told as what it is.
 */
final class PollFinder {
  static final long SHORTEST_PAUSE_NANOS = 10_000_000;
  private static final int FEWEST_CALLS = 3;
  private static final int FACTOR = 3;

  private final Stretch stretch;
  private final Tally tally;

  PollFinder(Stretch stretch, Tally tally) {
    this.stretch = stretch;
    this.tally = tally;
  }

  /** Marks and tells the waiting loops among the calls of one request. */
  void find(Repeats repeats) {
    int start = 0;
    int size = repeats.calls.size();
    for (int i = 1; i <= size && size >= FEWEST_CALLS; i++) {
      if (i == size || isApart(repeats.calls, start, i)) {
        if (i - start >= FEWEST_CALLS) {
          judge(repeats, start, i);
        }
        start = i;
      }
    }
  }

  private boolean isApart(IntList calls, int start, int next) {
    int one = calls.get(start);
    int other = calls.get(next);
    return stretch.paths[one] != stretch.paths[other]
        || stretch.calls.get(one).threadId() != stretch.calls.get(other).threadId()
        || pauseBefore(calls, next) > stretch.unit.windowNanos;
  }

  private long pauseBefore(IntList calls, int place) {
    Call previous = stretch.calls.get(calls.get(place - 1));
    return stretch.calls.get(calls.get(place)).startNanos() - previous.endNanos();
  }

  private void judge(Repeats repeats, int from, int to) {
    IntList calls = repeats.calls;
    long[] pauses = new long[to - from - 1];
    int network = 0;
    for (int i = from; i < to; i++) {
      network += repeats.request.usedNetwork(stretch.calls.get(calls.get(i))) ? 1 : 0;
      if (i > from) {
        pauses[i - from - 1] = stretch.idleBefore(calls.get(i - 1), calls.get(i));
      }
    }
    if (network < FEWEST_CALLS || !areRegular(pauses) && !isWaiting(calls, from, to, pauses)) {
      return;
    }
    for (int i = from; i < to; i++) {
      stretch.polled[calls.get(i)] = true;
    }
    tally.poll(repeats, stretch, from, to);
  }

  private static boolean areRegular(long[] pauses) {
    long[] sorted = pauses.clone();
    Arrays.sort(sorted);
    long median = sorted[(sorted.length - 1) / 2];
    int irregular = 0;
    for (long pause : sorted) {
      boolean isRegular =
          pause >= SHORTEST_PAUSE_NANOS && pause <= FACTOR * median && FACTOR * pause >= median;
      irregular += isRegular ? 0 : 1;
    }
    return 10 * irregular <= sorted.length;
  }

  private boolean isWaiting(IntList calls, int from, int to, long[] pauses) {
    for (long pause : pauses) {
      if (pause < SHORTEST_PAUSE_NANOS) {
        return false;
      }
    }
    boolean hadEqual = false;
    for (int i = from + 1; i < to; i++) {
      Call previous = stretch.calls.get(calls.get(i - 1));
      Call call = stretch.calls.get(calls.get(i));
      if (previous.has(Call.UNKNOWN_ANSWER) || call.has(Call.UNKNOWN_ANSWER)) {
        return false;
      }
      if (isSameOutcome(previous, call)) {
        hadEqual = true;
      } else if (hadEqual) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSameOutcome(Call one, Call other) {
    boolean failed = one.has(Call.FAILED);
    return failed == other.has(Call.FAILED) && (failed || one.answer() == other.answer());
  }
}
