package dev.churnagent.analysis;

import java.util.Arrays;

/**
 * Counts events in a sliding window for many keys at once and remembers the highest count of each.
 *
 * <p>Exact: a window is the half-open time {@code (t - w, t]}, and the count is taken at every
 * event, where alone it can grow. All keys share one queue, since their events come in one order of
 * time; so memory is 12 bytes for each event inside the window, whatever the number of keys.
 */
final class SlidingPeaks {
  private static final int BLOCK = 512;

  private final long windowNanos;
  private Block oldest = new Block();
  private Block newest = oldest;
  private Block spare;
  private int[] inWindow = new int[16];
  private int[] highest = new int[16];
  private long[] highestAt = new long[16];

  SlidingPeaks(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  /**
   * Counts one event.
   *
   * @param atNanos not before the event before
   * @param key small and dense, such as a site's id
   */
  void add(long atNanos, int key) {
    forgetUntil(atNanos - windowNanos);
    append(atNanos, key);
    if (key >= inWindow.length) {
      grow(Math.max(key + 1, 2 * inWindow.length));
    }
    int count = ++inWindow[key];
    if (count > highest[key]) {
      highest[key] = count;
      highestAt[key] = atNanos;
    }
  }

  /** The peak of a key, or null if it had no event. */
  Peak peak(int key) {
    return key >= highest.length || highest[key] == 0
        ? null
        : new Peak(highest[key], windowNanos, highestAt[key]);
  }

  private void forgetUntil(long atNanos) {
    while (oldest.start < oldest.end && oldest.at[oldest.start] <= atNanos) {
      inWindow[oldest.key[oldest.start]]--;
      oldest.start++;
      if (oldest.start == BLOCK && oldest != newest) {
        Block empty = oldest;
        oldest = oldest.next;
        spare = empty;
      }
    }
  }

  private void append(long atNanos, int key) {
    if (newest.end == BLOCK) {
      Block next = spare == null ? new Block() : spare;
      spare = null;
      next.start = 0;
      next.end = 0;
      next.next = null;
      newest.next = next;
      if (newest.start == BLOCK) {
        oldest = next;
      }
      newest = next;
    }
    newest.at[newest.end] = atNanos;
    newest.key[newest.end] = key;
    newest.end++;
  }

  private void grow(int capacity) {
    inWindow = Arrays.copyOf(inWindow, capacity);
    highest = Arrays.copyOf(highest, capacity);
    highestAt = Arrays.copyOf(highestAt, capacity);
  }

  /** A stretch of the queue. */
  private static final class Block {
    private final long[] at = new long[BLOCK];
    private final int[] key = new int[BLOCK];
    private int start;
    private int end;
    private Block next;
  }
}
