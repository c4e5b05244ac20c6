package dev.churnagent.recorder.ports;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.RecordType;
import dev.churnagent.recorder.Faults;

/**
 * What the sampler writes, up to the run's end: a record that came while the report is built from
 * the journal would look damaged. Only the thread that ends the run ever waits for this lock.
 */
final class SamplerRecords {
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
    if (!ended) {
      journal.appendPayload(type, id, payload);
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
