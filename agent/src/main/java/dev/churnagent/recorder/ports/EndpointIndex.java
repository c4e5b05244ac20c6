package dev.churnagent.recorder.ports;

import dev.churnagent.recorder.KnownEndpoints;
import dev.churnagent.sockets.Addresses;
import java.net.InetAddress;
import java.util.Arrays;

/** Finds the id of an endpoint of the run by the address and port of a row. */
final class EndpointIndex implements KnownEndpoints.Visitor {
  static final int NONE = -1;

  private final KnownEndpoints known;
  private long[] highs = {};
  private long[] lows = {};
  private int[] ports = {};
  private int[] ids = {};
  private int count;

  /** How many more the table may hold, so that it never gets full while others connect. */
  private int room;

  EndpointIndex(KnownEndpoints known) {
    this.known = known;
  }

  /** Takes up what was connected to since the last time. */
  void refresh() {
    int now = known.count();
    if (now == count) {
      return;
    }
    count = now;
    int capacity = Integer.highestOneBit(now) * 8;
    highs = new long[capacity];
    lows = new long[capacity];
    ports = new int[capacity];
    ids = new int[capacity];
    Arrays.fill(ids, NONE);
    room = capacity / 2;
    known.forEach(this);
  }

  @Override
  public void endpoint(int id, InetAddress address, int port) {
    byte[] bytes = address.getAddress();
    long high = Addresses.high(bytes);
    long low = Addresses.low(bytes);
    int slot = slotOf(high, low, port);
    if (ids[slot] == NONE) {
      if (room == 0) {
        count = NONE; // the next look takes it up
        return;
      }
      room--;
      highs[slot] = high;
      lows[slot] = low;
      ports[slot] = port;
      ids[slot] = id;
    } else {
      // One for all host names; always the same, whatever the order of the visit.
      ids[slot] = Math.min(ids[slot], id);
    }
  }

  /** The smallest id of an endpoint there, or {@link #NONE}. */
  int idOf(long high, long low, int port) {
    return ids.length == 0 ? NONE : ids[slotOf(high, low, port)];
  }

  private int slotOf(long high, long low, int port) {
    int mask = ids.length - 1;
    long hash = ((high * 31 + low) * 0x9e3779b97f4a7c15L + port) * 0xbf58476d1ce4e5b9L;
    int slot = (int) (hash >>> 32) & mask;
    while (ids[slot] != NONE && (lows[slot] != low || ports[slot] != port || highs[slot] != high)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
