package dev.churnagent.recorder;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the agent itself could not do: swallowed for the application's sake, never forgotten. Each
 * different trouble is journalled once; each event that a fault cost is counted as lost.
 */
public final class Faults {
  private static final int MAX_DIFFERENT = 20;

  private final JournalWriter journal;
  private final Set<String> told = new HashSet<>();

  /** Tells the given journal. */
  public Faults(JournalWriter journal) {
    this.journal = journal;
  }

  /**
   * Something can't be measured.
   *
   * @param what one line for a person
   */
  public synchronized void degraded(String what) {
    if (told.size() < MAX_DIFFERENT && told.add(what)) {
      journal.appendPayload(RecordType.MEASUREMENT_DEGRADED, 0, PayloadOutput.message(what));
    }
  }

  /** A hook failed with this, and so missed its event. */
  public void missed(Throwable fault) {
    journal.countLost();
    String text = fault.getClass().getName();
    StackTraceElement[] trace = fault.getStackTrace();
    degraded("the agent failed with " + text + (trace.length > 0 ? " at " + trace[0] : ""));
  }

  /** The texts told so far. */
  public synchronized List<String> told() {
    return new ArrayList<>(told);
  }
}
