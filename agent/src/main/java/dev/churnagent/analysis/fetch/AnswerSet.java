package dev.churnagent.analysis.fetch;

import java.util.Arrays;

/** Counts different answers, at most {@link #MOST}: then it means that many or more. */
final class AnswerSet {
  static final int MOST = 1_000;

  private long[] slots = {};
  private int size;
  private boolean hasZero;

  void add(long answer) {
    if (answer == 0) {
      hasZero = true;
    } else if (size < MOST) {
      insert(answer);
    }
  }

  private void insert(long answer) {
    if (2 * size >= slots.length) {
      grow();
    }
    int slot = slotOf(answer);
    if (slots[slot] == 0) {
      slots[slot] = answer;
      size++;
    }
  }

  private int slotOf(long answer) {
    int slot = (int) (answer * 0x9e3779b97f4a7c15L >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != answer) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[Math.max(4, 2 * old.length)];
    for (long answer : old) {
      if (answer != 0) {
        slots[slotOf(answer)] = answer;
      }
    }
  }

  void addAll(AnswerSet other) {
    hasZero |= other.hasZero;
    for (long answer : Arrays.copyOf(other.slots, other.slots.length)) {
      if (answer != 0) {
        add(answer);
      }
    }
  }

  int size() {
    return Math.min(MOST, size + (hasZero ? 1 : 0));
  }
}
