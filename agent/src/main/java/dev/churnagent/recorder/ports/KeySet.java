package dev.churnagent.recorder.ports;

import java.util.Arrays;

/** A set of numbers of at least 0 in an open hash table, used again for each look. */
final class KeySet {
  private static final long EMPTY = -1;
  private static final int FIRST_CAPACITY = 1 << 8;

  private long[] slots = empty(FIRST_CAPACITY);
  private int size;

  private static long[] empty(int capacity) {
    long[] slots = new long[capacity];
    Arrays.fill(slots, EMPTY);
    return slots;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(slots, EMPTY);
      size = 0;
    }
  }

  int size() {
    return size;
  }

  void add(long key) {
    int slot = slotOf(slots, key);
    if (slots[slot] == EMPTY) {
      slots[slot] = key;
      if (++size > slots.length / 2) {
        grow();
      }
    }
  }

  boolean contains(long key) {
    return slots[slotOf(slots, key)] == key;
  }

  /** What is here and not in {@code other}, in order. */
  long[] without(KeySet other) {
    int count = 0;
    for (long key : slots) {
      count += key != EMPTY && !other.contains(key) ? 1 : 0;
    }
    long[] rest = new long[count];
    for (long key : slots) {
      if (key != EMPTY && !other.contains(key)) {
        rest[--count] = key;
      }
    }
    Arrays.sort(rest);
    return rest;
  }

  private static int slotOf(long[] slots, long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (slots[slot] != EMPTY && slots[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] grown = empty(2 * slots.length);
    for (long key : slots) {
      if (key != EMPTY) {
        grown[slotOf(grown, key)] = key;
      }
    }
    slots = grown;
  }
}
