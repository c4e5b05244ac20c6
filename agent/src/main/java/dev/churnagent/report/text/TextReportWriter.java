package dev.churnagent.report.text;

import dev.churnagent.report.Advice;
import dev.churnagent.report.Numbers;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the summary that a person reads in ten seconds: what was not measured, the verdict, who
 * held the ports if they ran out, the redundant chains, the totals, the ports, the worst call
 * sites, what to do next.
 */
public final class TextReportWriter {
  private static final int LINES = 40;
  private static final int DEGRADED_LINES = 4;
  private static final int NOTES = 2;

  /** Of chains, violated limits and pieces of advice; one each where there is too much to say. */
  private static final int MOST = 3;

  private TextReportWriter() {}

  /**
   * Writes at most 40 lines of at most 100 ASCII characters, each ended by {@code \n}. Where files
   * lie is for the caller to say.
   *
   * @throws IOException if {@code out} fails
   */
  public static void write(Report report, Appendable out) throws IOException {
    Lines head = head(report, MOST);
    Lines end = end(report, MOST);
    if (head.size() + end.size() > LINES) {
      head = head(report, 1);
      end = end(report, 1);
    }
    Lines sites = new Lines();
    SiteLines.add(sites, report, LINES - head.size() - end.size());
    List<String> all = new ArrayList<>(head.all());
    all.addAll(sites.all());
    all.addAll(end.all());
    for (String line : all.subList(0, Math.min(LINES, all.size()))) {
      out.append(line).append('\n');
    }
  }

  private static Lines head(Report report, int most) {
    Lines head = new Lines();
    title(head, report.run());
    notMeasured(head, report.run(), most == MOST ? DEGRADED_LINES : DEGRADED_LINES / 2);
    VerdictLines.add(head, report, most);
    AutopsyLines.add(head, report);
    ChainLines.add(head, report.chains(), most);
    totals(head, report);
    PortLines.add(head, report);
    return head;
  }

  private static Lines end(Report report, int most) {
    Lines end = new Lines();
    advice(end, report, most);
    notes(end, report.run());
    return end;
  }

  private static void title(Lines lines, Report.Run run) {
    if (run == null) {
      lines.add("churn-agent: no run");
      return;
    }
    String title = "churn-agent: " + run.id();
    if (run.mainClass() != null) {
      title += ", " + run.mainClass();
    }
    lines.add(title + ", " + Numbers.millis(run.durationSeconds() * 1_000));
  }

  private static void notMeasured(Lines lines, Report.Run run, int most) {
    if (run == null) {
      lines.add("NOTHING WAS MEASURED: there is no recording.");
      return;
    }
    if (!run.degraded().isEmpty()) {
      lines.add("NOT EVERYTHING WAS MEASURED:");
      int shown = Math.min(most, run.degraded().size());
      for (String what : run.degraded().subList(0, shown)) {
        lines.add("  ! " + what);
      }
      if (shown < run.degraded().size()) {
        lines.add("  ! and " + (run.degraded().size() - shown) + " more");
      }
    }
    if (!run.complete()) {
      lines.add("No end was seen (killed, halted, crashed or still running): told by its journal.");
    }
  }

  private static void totals(Lines lines, Report report) {
    Report.Totals totals = report.totals();
    lines.addBlank();
    lines.add(
        Numbers.count(totals.connections())
            + (totals.connections() == 1 ? " connection" : " connections")
            + rate(totals.peakRate())
            + "; "
            + Numbers.count(totals.failed())
            + " failed, "
            + Numbers.count(totals.abandoned())
            + " abandoned");
    lines.add(
        Numbers.count(totals.closed())
            + " closed, "
            + Numbers.count(totals.openAtEnd())
            + " open at the end, at most "
            + Numbers.count(totals.peakOpen())
            + " open at once");
    if (totals.connections() == 0) {
      lines.add(
          totals.failed() > 0
              ? "No connection was established: every attempt failed."
              : "No outgoing connection was made while recording; accepted ones do not count.");
    }
  }

  private static String rate(Report.PeakRate rate) {
    return rate == null
        ? ""
        : ", at most " + Numbers.decimal(rate.perSecond(), 1) + "/s (at " + rate.at() + ")";
  }

  private static void advice(Lines lines, Report report, int most) {
    List<String> advice = Advice.of(report);
    if (advice.isEmpty()) {
      return;
    }
    lines.addBlank();
    lines.add("What to do next:");
    int shown = Math.min(most, advice.size());
    for (String sentence : advice.subList(0, shown)) {
      lines.addWrapped("  - ", "    ", sentence);
    }
  }

  private static void notes(Lines lines, Report.Run run) {
    if (run == null || run.notes().isEmpty()) {
      return;
    }
    lines.addBlank();
    for (String note : run.notes().subList(0, Math.min(NOTES, run.notes().size()))) {
      lines.add("note: " + note);
    }
  }
}
