package dev.churnagent.agent;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.model.EndReason;
import dev.churnagent.recorder.Faults;
import jdk.internal.access.SharedSecrets;

/**
 * Ends the run when the JVM ends, after all of the program's own shutdown hooks: it stands in a
 * later slot of the JDK's shutdown sequence than they do, so what they open is recorded too, and
 * {@code on-violation=exit} acts last.
 */
final class EndOfRun implements Runnable {
  /** Slots 0 to 2 are the JDK's console, the application's hooks and delete-on-exit. */
  private static final int FIRST_FREE_SLOT = 3;

  private static final int LAST_SLOT = 9;

  private final JournalWriter journal;
  private final RunRecording recording;
  private final RunWeaving weaving;
  private final Faults faults;
  private final Thread reporter;

  /**
   * Makes the thread that will report now: it takes over the rights of the thread that makes it,
   * and under a security manager the one that ends the JVM may have hardly any.
   */
  EndOfRun(
      FinalReport report,
      JournalWriter journal,
      RunRecording recording,
      RunWeaving weaving,
      Faults faults) {
    this.journal = journal;
    this.recording = recording;
    this.weaving = weaving;
    this.faults = faults;
    this.reporter = new Thread(null, report, "churn-report", 1 << 20, false);
    reporter.setDaemon(true);
  }

  static void register(EndOfRun end) {
    for (int slot = LAST_SLOT; ; slot--) {
      try {
        SharedSecrets.getJavaLangAccess().registerShutdownHook(slot, false, end);
        return;
      } catch (InternalError e) {
        if (slot == FIRST_FREE_SLOT) {
          throw e;
        }
      }
    }
  }

  @Override
  public void run() {
    try {
      recording.finish();
      for (String trouble : weaving.unhooked()) {
        faults.degraded("not hooked: " + trouble);
      }
    } catch (RuntimeException | Error e) {
      // The report must come, and say so.
      faults.missed(e);
    }
    journal.end(EndReason.SHUTDOWN);
    // A thread of our own: the one that shuts down may be interrupted or have hardly any stack.
    reporter.start();
    boolean interrupted = false;
    while (reporter.isAlive()) {
      try {
        reporter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
