package dev.churnagent.analysis;

import java.util.Arrays;

/**
 * Puts nearly ordered events in order of time. It holds back the latest 65,536 events in a heap of
 * primitive columns, so an event may come that many places too late however the places are
 * distributed; a straggler beyond that is handed on at once, with its time moved up to that of the
 * event before it. Events of the same time keep their order.
 *
 * <p>The columns start small and grow, so that many short runs may be read side by side.
 */
final class ReorderBuffer {
  static final int CAPACITY = 1 << 16;
  private static final int FIRST_CAPACITY = 1 << 10;

  private final EventSink sink;
  private final Events events = new Events(FIRST_CAPACITY);

  /** Heap of rows in {@link #events}, the earliest at 0. */
  private int[] heap = new int[FIRST_CAPACITY];

  /** Order of arrival of each row, compared by difference so that it may overflow. */
  private int[] arrival = new int[FIRST_CAPACITY];

  private int size;
  private int arrivals;
  private long lastAt = Long.MIN_VALUE;

  ReorderBuffer(EventSink sink) {
    this.sink = sink;
  }

  /** Takes one event; hands on the earliest one if the buffer is full. */
  void add(long at, int what, int stack, int site, int endpoint, int port, long duration) {
    if (size == CAPACITY) {
      addToFull(at, what, stack, site, endpoint, port, duration);
      return;
    }
    if (size == events.capacity()) {
      grow(2 * size);
    }
    int row = size;
    events.set(row, at, what, stack, site, endpoint, port, duration);
    arrival[row] = arrivals++;
    siftUp(size++, row);
  }

  private void addToFull(
      long at, int what, int stack, int site, int endpoint, int port, long duration) {
    int first = heap[0];
    if (at < events.at[first]) {
      sink.event(ordered(at), what, stack, site, endpoint, port, duration);
      return;
    }
    events.emit(first, ordered(events.at[first]), sink);
    events.set(first, at, what, stack, site, endpoint, port, duration);
    arrival[first] = arrivals++;
    siftDown(first);
  }

  /** Hands on everything that is held back. */
  void flush() {
    while (size > 0) {
      int first = heap[0];
      events.emit(first, ordered(events.at[first]), sink);
      size--;
      if (size > 0) {
        siftDown(heap[size]);
      }
    }
  }

  /** Time of the last event that was handed on, or the smallest number if there was none. */
  long lastAt() {
    return lastAt;
  }

  private long ordered(long at) {
    if (at > lastAt) {
      lastAt = at;
    }
    return lastAt;
  }

  private void grow(int capacity) {
    events.grow(capacity);
    heap = Arrays.copyOf(heap, capacity);
    arrival = Arrays.copyOf(arrival, capacity);
  }

  private boolean isBefore(int row, int other) {
    long at = events.at[row];
    long otherAt = events.at[other];
    return at != otherAt ? at < otherAt : arrival[row] - arrival[other] < 0;
  }

  private void siftUp(int start, int row) {
    int place = start;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!isBefore(row, heap[parent])) {
        break;
      }
      heap[place] = heap[parent];
      place = parent;
    }
    heap[place] = row;
  }

  /** Puts a row in from the top, in place of the earliest one. */
  private void siftDown(int row) {
    int place = 0;
    int firstLeaf = size >>> 1;
    while (place < firstLeaf) {
      int child = 2 * place + 1;
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], row)) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = row;
  }
}
