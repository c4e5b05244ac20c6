package dev.churnagent.analysis.ports;

import java.util.Arrays;

/**
 * The ports in TIME_WAIT, oldest first: a queue in columns. Every entry has a number that goes up
 * by one, so it can be found while it is held.
 */
final class HeldPorts {
  private long[] at = new long[256];
  private int[] pair = new int[256];
  private int[] port = new int[256];
  private double[] weight = new double[256];
  private double[] mark = new double[256];
  private long first;
  private long next;

  boolean isEmpty() {
    return first == next;
  }

  /** Number of the oldest entry. */
  long first() {
    return first;
  }

  /** Number of the next entry to come. */
  long next() {
    return next;
  }

  /** Adds an entry and returns its number. */
  long add(long atNanos, int pair, int port, double weight) {
    if (next - first == at.length) {
      grow();
    }
    int slot = slot(next);
    this.at[slot] = atNanos;
    this.pair[slot] = pair;
    this.port[slot] = port;
    this.weight[slot] = weight;
    this.mark[slot] = 0;
    return next++;
  }

  void removeFirst() {
    first++;
  }

  long at(long number) {
    return at[slot(number)];
  }

  int pair(long number) {
    return pair[slot(number)];
  }

  int port(long number) {
    return port[slot(number)];
  }

  double weight(long number) {
    return weight[slot(number)];
  }

  /** The port was taken over: the entry holds nothing any more. */
  void release(long number) {
    weight[slot(number)] = 0;
  }

  /** A number that the user of the queue keeps with an entry; 0 at first. */
  double mark(long number) {
    return mark[slot(number)];
  }

  void setMark(long number, double value) {
    mark[slot(number)] = value;
  }

  private int slot(long number) {
    return (int) number & at.length - 1;
  }

  /** Entries move to the places that their numbers have in the larger columns. */
  private void grow() {
    int old = at.length;
    long[] oldAt = at;
    int[] oldPair = pair;
    int[] oldPort = port;
    double[] oldWeight = weight;
    double[] oldMark = mark;
    at = Arrays.copyOf(at, 2 * old);
    pair = Arrays.copyOf(pair, 2 * old);
    port = Arrays.copyOf(port, 2 * old);
    weight = Arrays.copyOf(weight, 2 * old);
    mark = Arrays.copyOf(mark, 2 * old);
    for (long number = first; number < next; number++) {
      int from = (int) number & old - 1;
      int to = slot(number);
      at[to] = oldAt[from];
      pair[to] = oldPair[from];
      port[to] = oldPort[from];
      weight[to] = oldWeight[from];
      mark[to] = oldMark[from];
    }
  }
}
