package dev.churnagent.analysis;

import java.util.Arrays;

/**
 * Who used which local port towards which address last, and whether the system's table showed it in
 * TIME_WAIT at the last look: an open hash table of primitive columns. A use is forgotten five
 * minutes after its close, which is longer than any system's TIME_WAIT; so the table holds what is
 * open and what was opened in that time, however long the run.
 */
final class PortUses {
  /** A port that nobody of the run used, and one that is not in TIME_WAIT. */
  static final int NOBODY = -1;

  /** In {@link #shownSite}: in TIME_WAIT, but not of this run. */
  static final int STRANGER = -2;

  /** 240 s is the longest TIME_WAIT that a system is known to have. */
  private static final long KEPT_NANOS = 300_000_000_000L;

  private static final long OPEN = Long.MAX_VALUE;
  private static final long EMPTY = -1;
  private static final int FIRST_CAPACITY = 1 << 7;

  private long[] keys;
  private int[] sites;
  private int[] endpoints;
  private long[] closedAt;
  private int[] shownSites;
  private int[] shownEndpoints;

  /** Whether the port was opened again since it was shown. */
  private boolean[] reopened;

  private int size;
  private long now = Long.MIN_VALUE;

  PortUses() {
    allocate(FIRST_CAPACITY);
  }

  private void allocate(int capacity) {
    keys = new long[capacity];
    Arrays.fill(keys, EMPTY);
    sites = new int[capacity];
    endpoints = new int[capacity];
    closedAt = new long[capacity];
    shownSites = new int[capacity];
    shownEndpoints = new int[capacity];
    reopened = new boolean[capacity];
    size = 0;
  }

  static long key(int address, int port) {
    return (long) address << 16 | port;
  }

  /** A connection has this port now. */
  void opened(long at, long key, int site, int endpoint) {
    now = Math.max(now, at);
    int row = row(key);
    sites[row] = site;
    endpoints[row] = endpoint;
    closedAt[row] = OPEN;
    reopened[row] = true;
  }

  /** Its port may be in TIME_WAIT from now on. */
  void closed(long at, long key) {
    now = Math.max(now, at);
    int row = find(key);
    if (keys[row] == key) {
      closedAt[row] = at;
    }
  }

  /** Its port is free again, or was never held. */
  void freed(long key) {
    int row = find(key);
    if (keys[row] == key) {
      sites[row] = NOBODY;
    }
  }

  /** The port is no longer in TIME_WAIT: the use that was shown there is over for good. */
  void gone(long at, long key) {
    int row = row(key);
    shownSites[row] = NOBODY;
    if (!reopened[row] && closedAt[row] < at) {
      sites[row] = NOBODY;
    }
  }

  /** Remembers that the port is in TIME_WAIT, as the site's who used it last or a stranger's. */
  void shown(long at, long key) {
    now = Math.max(now, at);
    int row = row(key);
    shownSites[row] = isKnown(row) ? sites[row] : STRANGER;
    shownEndpoints[row] = endpoints[row];
    reopened[row] = false;
  }

  /** The site whose socket in TIME_WAIT was seen at that port, or one of the constants here. */
  int shownSite(long key) {
    int row = find(key);
    return keys[row] == key ? shownSites[row] : NOBODY;
  }

  /** The endpoint that belongs to {@link #shownSite}. */
  int shownEndpoint(long key) {
    return shownEndpoints[find(key)];
  }

  private boolean isKnown(int row) {
    return sites[row] != NOBODY && closedAt[row] >= now - KEPT_NANOS;
  }

  private int row(long key) {
    int row = find(key);
    if (keys[row] == key) {
      return row;
    }
    if (size >= keys.length / 2) {
      rebuild();
      row = find(key);
    }
    size++;
    keys[row] = key;
    sites[row] = NOBODY;
    shownSites[row] = NOBODY;
    return row;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int row = (int) (key * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (keys[row] != EMPTY && keys[row] != key) {
      row = row + 1 & mask;
    }
    return row;
  }

  /** Leaves out what is forgotten, and makes room for twice the rest. */
  private void rebuild() {
    boolean[] keep = new boolean[keys.length];
    int kept = 0;
    for (int i = 0; i < keys.length; i++) {
      keep[i] = isKept(i);
      kept += keep[i] ? 1 : 0;
    }
    long[] oldKeys = keys;
    int[] oldSites = sites;
    int[] oldEndpoints = endpoints;
    long[] oldClosedAt = closedAt;
    int[] oldShownSites = shownSites;
    int[] oldShownEndpoints = shownEndpoints;
    boolean[] oldReopened = reopened;
    allocate(Math.max(FIRST_CAPACITY, Integer.highestOneBit(kept + 1) * 8));
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        int row = find(oldKeys[i]);
        keys[row] = oldKeys[i];
        sites[row] = oldSites[i];
        endpoints[row] = oldEndpoints[i];
        closedAt[row] = oldClosedAt[i];
        shownSites[row] = oldShownSites[i];
        shownEndpoints[row] = oldShownEndpoints[i];
        reopened[row] = oldReopened[i];
        size++;
      }
    }
  }

  private boolean isKept(int row) {
    return keys[row] != EMPTY && (shownSites[row] != NOBODY || isKnown(row));
  }

  /** How many ports are remembered. */
  int size() {
    return size;
  }
}
