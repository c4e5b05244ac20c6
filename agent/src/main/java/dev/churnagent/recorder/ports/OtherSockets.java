package dev.churnagent.recorder.ports;

import dev.churnagent.sockets.Addresses;

/** Counts TIME_WAIT sockets that go to no endpoint of the run, by where they go. */
final class OtherSockets {
  /** Further addresses are counted as one: a machine's table can hold any number. */
  private static final int MOST_ADDRESSES = 1 << 12;

  private static final int CAPACITY = 2 * MOST_ADDRESSES;

  /** Above the bits of a port. */
  private static final int LISTENER = 1 << 16;

  private final long[] highs = new long[CAPACITY];
  private final long[] lows = new long[CAPACITY];
  private final int[] ports = new int[CAPACITY];
  private final int[] counts = new int[CAPACITY];
  private final int[] used = new int[MOST_ADDRESSES];
  private int size;
  private int rest;

  void clear() {
    for (int i = 0; i < size; i++) {
      counts[used[i]] = 0;
    }
    size = 0;
    rest = 0;
  }

  /** One that goes to this remote address. */
  void addRemote(long high, long low, int port) {
    add(high, low, port);
  }

  /** One that a program of this machine had accepted here. */
  void addListener(long high, long low, int port) {
    add(high, low, port | LISTENER);
  }

  private void add(long high, long low, int port) {
    int slot = slotOf(high, low, port);
    if (counts[slot] == 0) {
      if (size == MOST_ADDRESSES) {
        rest++;
        return;
      }
      used[size++] = slot;
      highs[slot] = high;
      lows[slot] = low;
      ports[slot] = port;
    }
    counts[slot]++;
  }

  private int slotOf(long high, long low, int port) {
    long hash = ((high * 31 + low) * 0x9e3779b97f4a7c15L + port) * 0xbf58476d1ce4e5b9L;
    int slot = (int) (hash >>> 32) & CAPACITY - 1;
    while (counts[slot] != 0 && (lows[slot] != low || ports[slot] != port || highs[slot] != high)) {
      slot = slot + 1 & CAPACITY - 1;
    }
    return slot;
  }

  /** The slots of the addresses with the most, at most so many, most first. */
  int[] top(int most) {
    int[] top = new int[Math.min(most, size)];
    for (int found = 0; found < top.length; found++) {
      int best = found;
      for (int i = found + 1; i < size; i++) {
        if (counts[used[i]] > counts[used[best]]) {
          best = i;
        }
      }
      int slot = used[best];
      used[best] = used[found];
      used[found] = slot;
      top[found] = slot;
    }
    return top;
  }

  /** What the report calls the address of a slot. */
  String text(int slot) {
    String address = Addresses.text(highs[slot], lows[slot], ports[slot] & 0xffff);
    return ports[slot] < LISTENER ? address : "local listener ".concat(address);
  }

  int count(int slot) {
    return counts[slot];
  }

  /** Sockets to addresses that found no place of their own. */
  int rest() {
    return rest;
  }
}
