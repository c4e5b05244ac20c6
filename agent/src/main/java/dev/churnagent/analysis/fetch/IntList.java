package dev.churnagent.analysis.fetch;

import java.util.Arrays;

/** A list of numbers without boxes. */
final class IntList {
  private int[] numbers = {};
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(4, 2 * size));
    }
    numbers[size++] = number;
  }

  int get(int place) {
    return numbers[place];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void addAll(IntList other) {
    for (int i = 0; i < other.size; i++) {
      add(other.numbers[i]);
    }
  }
}
