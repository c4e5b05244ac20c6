package dev.churnagent.analysis;

import java.util.Arrays;

/** A table of events in columns, 40 bytes for each row and no object. */
final class Events {
  long[] at;
  long[] duration;
  int[] what;
  int[] stack;
  int[] site;
  int[] endpoint;
  int[] port;

  Events(int capacity) {
    at = new long[capacity];
    duration = new long[capacity];
    what = new int[capacity];
    stack = new int[capacity];
    site = new int[capacity];
    endpoint = new int[capacity];
    port = new int[capacity];
  }

  int capacity() {
    return at.length;
  }

  void grow(int capacity) {
    at = Arrays.copyOf(at, capacity);
    duration = Arrays.copyOf(duration, capacity);
    what = Arrays.copyOf(what, capacity);
    stack = Arrays.copyOf(stack, capacity);
    site = Arrays.copyOf(site, capacity);
    endpoint = Arrays.copyOf(endpoint, capacity);
    port = Arrays.copyOf(port, capacity);
  }

  void set(int row, long at, int what, int stack, int site, int endpoint, int port, long duration) {
    this.at[row] = at;
    this.what[row] = what;
    this.stack[row] = stack;
    this.site[row] = site;
    this.endpoint[row] = endpoint;
    this.port[row] = port;
    this.duration[row] = duration;
  }

  /** Hands one row on, at a time that may differ from the one stored. */
  void emit(int row, long atNanos, EventSink sink) {
    sink.event(atNanos, what[row], stack[row], site[row], endpoint[row], port[row], duration[row]);
  }
}
