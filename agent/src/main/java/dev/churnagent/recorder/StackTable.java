package dev.churnagent.recorder;

/**
 * Ids by the 64-bit hash of a stack, a request or an origin. Reading takes no lock; a new one is
 * added under one. What was hashed is not kept: two different ones get the same id only if their
 * hashes collide, which for 100,000 has a chance of about 3 in 10^10.
 */
public final class StackTable {
  /** Not there. */
  public static final int ABSENT = -1;

  private static final int FIRST_CAPACITY = 1024;

  private record Slots(long[] hashes, int[] ids) {}

  private volatile Slots slots = new Slots(new long[FIRST_CAPACITY], new int[FIRST_CAPACITY]);
  private int size;
  private int aliases;

  /** The id, or {@link #ABSENT}. A reader that misses a just-added hash asks again under a lock. */
  public int find(long hash) {
    Slots current = slots;
    int mask = current.ids.length - 1;
    for (int i = (int) hash & mask; ; i = i + 1 & mask) {
      // The id is written last and read first; the hash beside it is only trusted with an id.
      int id = current.ids[i];
      if (id == 0) {
        return ABSENT;
      }
      if (current.hashes[i] == hash) {
        return id - 1;
      }
    }
  }

  /** How many there are; the caller holds the lock that all writers use. */
  public int size() {
    return size;
  }

  /** Adds an absent hash; the caller holds the lock that all writers use. */
  public int add(long hash) {
    add(hash, size);
    return size++;
  }

  /** Lets an absent hash stand for an id that is there; locked as {@link #add(long)}. */
  public void alias(long hash, int id) {
    add(hash, id);
    aliases++;
  }

  /** How many there are by {@link #alias}; the caller holds the lock. */
  public int aliases() {
    return aliases;
  }

  private void add(long hash, int id) {
    Slots current = slots;
    if ((size + aliases) * 2 >= current.ids.length) {
      current = grown(current);
    } else {
      // A copy for each new hash would be quadratic; a fresh holder publishes the writes instead.
      current = new Slots(current.hashes, current.ids);
    }
    put(current, hash, id + 1);
    slots = current;
  }

  private static Slots grown(Slots old) {
    int capacity = old.ids.length * 2;
    Slots next = new Slots(new long[capacity], new int[capacity]);
    for (int i = 0; i < old.ids.length; i++) {
      if (old.ids[i] != 0) {
        put(next, old.hashes[i], old.ids[i]);
      }
    }
    return next;
  }

  private static void put(Slots slots, long hash, int idPlusOne) {
    int mask = slots.ids.length - 1;
    int i = (int) hash & mask;
    while (slots.ids[i] != 0) {
      i = i + 1 & mask;
    }
    slots.hashes[i] = hash;
    java.lang.invoke.VarHandle.releaseFence();
    slots.ids[i] = idPlusOne;
  }
}
