package dev.churnagent.cli;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report.LimitResult;
import java.io.PrintStream;
import java.util.List;

/** Prints what a baseline accepted, and what there is to say of it. */
final class AcceptedLines {
  private static final int MOST = 10;

  private AcceptedLines() {}

  static void print(Judgement judgement, PrintStream out) {
    List<LimitResult> accepted = LimitResults.accepted(judgement.results());
    for (LimitResult result : accepted.subList(0, Math.min(MOST, accepted.size()))) {
      out.println(
          "accepted: "
              + result.subject()
              + ": "
              + LimitResults.compared(result)
              + "  ["
              + result.limit()
              + "]");
      out.println("    " + result.detail());
    }
    more(accepted.size(), "accepted: ", out);
    List<String> notes = judgement.notes();
    for (String note : notes.subList(0, Math.min(MOST, notes.size()))) {
      out.println("note: " + note);
    }
    more(notes.size(), "note: ", out);
  }

  private static void more(int all, String what, PrintStream out) {
    if (all > MOST) {
      out.println(what + "and " + (all - MOST) + " more (--json has all)");
    }
  }
}
