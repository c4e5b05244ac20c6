package dev.churnagent.analysis;

/** Counts pairs of small numbers (site and endpoint) in an open hash table without boxing. */
final class PairCounts {
  private long[] pairs = new long[64];
  private long[] counts = new long[64];
  private int size;

  /** Receives every pair that was counted. */
  interface Visitor {
    void pair(int first, int second, long count);
  }

  /** Counts a pair of numbers of at least 0. */
  void increment(int first, int second) {
    long pair = (long) first << 32 | second;
    int slot = slotOf(pair);
    if (counts[slot] == 0) {
      pairs[slot] = pair;
      size++;
    }
    counts[slot]++;
    if (size > pairs.length / 2) {
      grow();
    }
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < pairs.length; i++) {
      if (counts[i] > 0) {
        visitor.pair((int) (pairs[i] >>> 32), (int) pairs[i], counts[i]);
      }
    }
  }

  private int slotOf(long pair) {
    long hash = pair * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash >>> 32) & (pairs.length - 1);
    while (counts[slot] != 0 && pairs[slot] != pair) {
      slot = slot + 1 & (pairs.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldPairs = pairs;
    long[] oldCounts = counts;
    pairs = new long[2 * oldPairs.length];
    counts = new long[pairs.length];
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slotOf(oldPairs[i]);
        pairs[slot] = oldPairs[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
