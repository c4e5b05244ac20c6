package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import dev.churnagent.recorder.StackTable;
import java.util.Arrays;

/** Ids for the places that work is handed over from: a stack, and where that work came from. */
final class OriginTable {
  private static final int MAX_ORIGINS = 1 << 16;

  /**
   * From here on new ones are made only for work that opens connections: those of a large program
   * that opens none must not take the room that its connections need.
   */
  private static final int MANY_ORIGINS = 1 << 15;

  /** A task that hands itself on without end would make a new origin each time. */
  private static final int MAX_LENGTH = 32;

  private final JournalWriter journal;
  private final Faults faults;
  private final StackTable ids = new StackTable();

  /** By id; written under the lock, read by whoever got the id. */
  private int[] stackIds = new int[256];

  private int[] parentIds = new int[256];
  private int notTaken = -1;
  private volatile boolean many;

  OriginTable(JournalWriter journal, Faults faults) {
    this.journal = journal;
    this.faults = faults;
  }

  /**
   * The id.
   *
   * @param stackId -1 where stacks are not taken
   * @param parentId -1 for none
   */
  int idOf(int stackId, int parentId) {
    long key = stackId & 0xffffffffL | (long) parentId << 32;
    int known = ids.find(key);
    return known != StackTable.ABSENT ? known : define(key, stackId, parentId);
  }

  /** Whether there are so many that only the important ones get ids. */
  boolean areMany() {
    return many;
  }

  /** Work was handed over, and where is not known: nobody took the stack. */
  int notTaken() {
    int id = notTaken;
    if (id < 0) {
      id = idOf(StackRecorder.UNKNOWN, -1);
      notTaken = id;
    }
    return id;
  }

  private synchronized int define(long key, int stackId, int parentId) {
    int known = ids.find(key);
    if (known != StackTable.ABSENT) {
      return known;
    }
    int length = 1;
    for (int at = parentId; at >= 0; at = parentIds[at]) {
      if (stackIds[at] == stackId) {
        // A task that hands itself on: it is where it was before.
        return alias(key, at);
      }
      length++;
    }
    if (length > MAX_LENGTH) {
      // The last ones are left out: the first tell where it all began.
      return alias(key, parentId);
    }
    int id = ids.size();
    if (id == MAX_ORIGINS) {
      faults.degraded("more than " + MAX_ORIGINS + " ways of handing work over: not all are told");
      return -1;
    }
    journal.appendPayload(RecordType.ORIGIN_DEFINED, id, PayloadOutput.origin(stackId, parentId));
    if (id == stackIds.length) {
      stackIds = Arrays.copyOf(stackIds, id * 2);
      parentIds = Arrays.copyOf(parentIds, id * 2);
    }
    many = id >= MANY_ORIGINS;
    stackIds[id] = stackId;
    parentIds[id] = parentId;
    return ids.add(key);
  }

  private int alias(long key, int id) {
    if (ids.aliases() < MAX_ORIGINS) {
      ids.alias(key, id);
    }
    return id;
  }
}
