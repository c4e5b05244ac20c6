package dev.churnagent.analysis;

import java.util.Arrays;

/** Counts pairs of small numbers (site and endpoint) in an open hash table without boxing. */
final class PairCounts {
  /** No pair of numbers of at least 0. */
  private static final long EMPTY = -1;

  private long[] pairs = emptyPairs(64);
  private long[] counts = new long[64];
  private int size;

  /** Receives every pair that was counted. */
  interface Visitor {
    void pair(int first, int second, long count);
  }

  /** Counts a pair of numbers of at least 0. */
  void increment(int first, int second) {
    add(first, second, 1);
  }

  /** Adds to the count of a pair of numbers of at least 0. */
  void add(int first, int second, int change) {
    long pair = (long) first << 32 | second;
    int slot = slotOf(pair);
    if (pairs[slot] == EMPTY) {
      pairs[slot] = pair;
      size++;
    }
    counts[slot] += change;
    if (size > pairs.length / 2) {
      grow();
    }
  }

  /** Visits every pair whose count is above 0. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < pairs.length; i++) {
      if (counts[i] > 0) {
        visitor.pair((int) (pairs[i] >>> 32), (int) pairs[i], counts[i]);
      }
    }
  }

  /** Visits every pair whose count is not 0, also below, and sets it to 0. */
  void drain(Visitor visitor) {
    for (int i = 0; i < pairs.length; i++) {
      if (counts[i] != 0) {
        long count = counts[i];
        counts[i] = 0;
        visitor.pair((int) (pairs[i] >>> 32), (int) pairs[i], count);
      }
    }
  }

  private int slotOf(long pair) {
    long hash = pair * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash >>> 32) & (pairs.length - 1);
    while (pairs[slot] != EMPTY && pairs[slot] != pair) {
      slot = slot + 1 & (pairs.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldPairs = pairs;
    long[] oldCounts = counts;
    pairs = emptyPairs(2 * oldPairs.length);
    counts = new long[pairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldPairs[i] != EMPTY) {
        int slot = slotOf(oldPairs[i]);
        pairs[slot] = oldPairs[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  private static long[] emptyPairs(int capacity) {
    long[] pairs = new long[capacity];
    Arrays.fill(pairs, EMPTY);
    return pairs;
  }
}
