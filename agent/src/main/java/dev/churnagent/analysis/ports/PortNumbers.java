package dev.churnagent.analysis.ports;

import java.util.Arrays;

/**
 * Which entry of {@link HeldPorts} holds a local port towards a destination: an open hash table of
 * numbers, with removal by moving later entries back (Knuth, The Art of Computer Programming 3,
 * 6.4, algorithm R).
 */
final class PortNumbers {
  private static final long NONE = -1;

  private long[] keys = emptyKeys(256);
  private long[] numbers = new long[256];
  private int size;

  /** Sets the number of a pair. */
  void put(int destination, int port, long number) {
    long key = key(destination, port);
    int slot = find(key);
    if (keys[slot] == NONE) {
      keys[slot] = key;
      size++;
    }
    numbers[slot] = number;
    if (size > keys.length / 2) {
      grow();
    }
  }

  /** The number of a pair, or -1. */
  long get(int destination, int port) {
    int slot = find(key(destination, port));
    return keys[slot] == NONE ? NONE : numbers[slot];
  }

  /** Forgets a pair; none is nothing to forget. */
  void remove(int destination, int port) {
    int gap = find(key(destination, port));
    if (keys[gap] == NONE) {
      return;
    }
    size--;
    keys[gap] = NONE;
    int mask = keys.length - 1;
    for (int slot = gap + 1 & mask; keys[slot] != NONE; slot = slot + 1 & mask) {
      int home = home(keys[slot]);
      boolean isHomeBetween = gap <= slot ? gap < home && home <= slot : gap < home || home <= slot;
      if (!isHomeBetween) {
        keys[gap] = keys[slot];
        numbers[gap] = numbers[slot];
        keys[slot] = NONE;
        gap = slot;
      }
    }
  }

  int size() {
    return size;
  }

  private static long key(int destination, int port) {
    return (long) destination << 16 | port;
  }

  private int find(long key) {
    int slot = home(key);
    while (keys[slot] != NONE && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private int home(long key) {
    return (int) (key * 0x9e3779b97f4a7c15L >>> 32) & keys.length - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldNumbers = numbers;
    keys = emptyKeys(2 * oldKeys.length);
    numbers = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int slot = find(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static long[] emptyKeys(int capacity) {
    long[] keys = new long[capacity];
    Arrays.fill(keys, NONE);
    return keys;
  }
}
