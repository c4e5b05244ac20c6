package dev.churnagent.recorder.ports;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;

/**
 * What the sampler writes, up to the run's end: a record that came while the report is built from
 * the journal would look damaged. Only the thread that ends the run ever waits for this lock.
 */
final class SamplerRecords {
  private static final byte[] NO_ROOM =
      PayloadOutput.message(
          "note: the journal had no room for more of what the system's socket table shows");

  private final JournalWriter journal;
  private final Faults faults;
  private boolean ended;

  SamplerRecords(JournalWriter journal, Faults faults) {
    this.journal = journal;
    this.faults = faults;
  }

  /** Nanoseconds since the journal's start. */
  long now() {
    return journal.now();
  }

  synchronized void append(RecordType type, int id, byte[] payload) {
    if (!ended && !journal.tryAppendPayload(type, id, payload)) {
      // What follows would build on it, and this is the first that has to go where there is no
      // room.
      ended = true;
      journal.tryAppendPayload(RecordType.MEASUREMENT_DEGRADED, 0, NO_ROOM);
    }
  }

  /** Something worth knowing; the program's own measurement is whole without the table. */
  synchronized void note(String what) {
    if (!ended) {
      faults.degraded("note: ".concat(what));
    }
  }

  /** Nothing is written any more. */
  synchronized void end() {
    ended = true;
  }
}
