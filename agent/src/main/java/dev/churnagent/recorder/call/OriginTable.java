package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackTable;

/** Ids for the places that work is handed over from: a stack, and where that work came from. */
final class OriginTable {
  private static final int MAX_ORIGINS = 1 << 16;

  /** A task that hands itself on without end would make a new origin each time. */
  private static final int MAX_LENGTH = 32;

  private final JournalWriter journal;
  private final Faults faults;
  private final StackTable ids = new StackTable();

  /** How many hand-offs led to each; written under the lock, read by whoever got the id. */
  private byte[] lengths = new byte[256];

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

  private synchronized int define(long key, int stackId, int parentId) {
    int known = ids.find(key);
    if (known != StackTable.ABSENT) {
      return known;
    }
    int length = parentId < 0 ? 1 : lengths[parentId] + 1;
    if (length > MAX_LENGTH) {
      // The last ones are left out: the first tell where it all began.
      return parentId;
    }
    int id = ids.size();
    if (id == MAX_ORIGINS) {
      faults.degraded("more than " + MAX_ORIGINS + " ways of handing work over: not all are told");
      return -1;
    }
    journal.appendPayload(RecordType.ORIGIN_DEFINED, id, PayloadOutput.origin(stackId, parentId));
    if (id == lengths.length) {
      lengths = java.util.Arrays.copyOf(lengths, id * 2);
    }
    lengths[id] = (byte) length;
    return ids.add(key);
  }
}
