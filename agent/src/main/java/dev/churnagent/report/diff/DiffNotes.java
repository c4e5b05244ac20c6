package dev.churnagent.report.diff;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says what makes two reports hard to compare. */
final class DiffNotes {
  /**
   * Runs whose lengths differ by no more than this factor, or by no more than a second, compare.
   */
  private static final double SIMILAR = 1.25;

  private DiffNotes() {}

  /** Whether one run took so much longer that counts say little. */
  static boolean differInLength(Report before, Report after) {
    double one = seconds(before);
    double other = seconds(after);
    double longer = Math.max(one, other);
    double shorter = Math.min(one, other);
    return longer - shorter > 1 && longer > shorter * SIMILAR;
  }

  private static double seconds(Report report) {
    return report.run() == null ? 0 : report.run().durationSeconds();
  }

  static List<String> of(Report before, Report after) {
    List<String> notes = new ArrayList<>();
    Run one = before.run();
    Run other = after.run();
    if (one != null && other != null) {
      compare(one, other, notes);
    }
    if (differInLength(before, after)) {
      notes.add(
          "The runs differ in length, "
              + Numbers.millis(seconds(before) * 1_000)
              + " and "
              + Numbers.millis(seconds(after) * 1_000)
              + ": counts grow with the length, peak rates do not, and mean rates are told too.");
    }
    addMissing(before, "before", notes);
    addMissing(after, "after", notes);
    if (before.timeWait() == null || after.timeWait() == null) {
      notes.add("Ports are not compared: one report is of a version that did not model them.");
    }
    return notes;
  }

  private static void compare(Run one, Run other, List<String> notes) {
    if (one.id().equals(other.id()) && Objects.equals(one.startedAt(), other.startedAt())) {
      notes.add("Both are the same run.");
    }
    if (!Objects.equals(one.os(), other.os())) {
      notes.add("They ran on different systems: " + one.os() + " and " + other.os() + ".");
    }
    if (one.mergedRuns() != other.mergedRuns()) {
      notes.add(
          "They are of "
              + Numbers.count(one.mergedRuns(), "run")
              + " and of "
              + Numbers.count(other.mergedRuns(), "run")
              + ".");
    }
  }

  private static void addMissing(Report report, String which, List<String> notes) {
    Run run = report.run();
    if (run == null) {
      notes.add("The run " + which + " has no recording.");
      return;
    }
    String name = "The run " + which + " (" + run.id() + ") ";
    if (!run.complete()) {
      notes.add(name + "has no end (killed, halted, crashed or still running).");
    }
    if (run.lostEvents() > 0) {
      notes.add(name + "lost " + Numbers.count(run.lostEvents(), "event") + ".");
    }
    if (!run.degraded().isEmpty()) {
      notes.add(name + "was not wholly measured: " + String.join("; ", run.degraded()) + ".");
    }
    if (report.chains() == null) {
      notes.add(name + "recorded no fetches, so chains are not compared.");
    }
  }
}
