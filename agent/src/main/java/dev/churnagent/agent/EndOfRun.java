package dev.churnagent.agent;

import dev.churnagent.config.OnViolation;
import dev.churnagent.config.Settings;
import dev.churnagent.hook.ChurnHook;
import dev.churnagent.hook.EventSink;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.model.EndReason;
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
  private static final int VIOLATED = 3;

  private final Settings settings;
  private final RunFolder folder;
  private final JournalWriter journal;

  EndOfRun(Settings settings, RunFolder folder, JournalWriter journal) {
    this.settings = settings;
    this.folder = folder;
    this.journal = journal;
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
    ChurnHook.setSink(EventSink.NONE);
    journal.end(EndReason.SHUTDOWN);
    FinalReport report = new FinalReport(settings, folder);
    // A thread of our own: the one that shuts down may be interrupted or have hardly any stack.
    Thread thread = new Thread(null, report, "churn-report", 1 << 20);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (report.isViolated() && settings.onViolation() == OnViolation.EXIT) {
      Runtime.getRuntime().halt(VIOLATED);
    }
  }
}
