package dev.churnagent.report;

import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.PortPlan.Question;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.ports.PortProfile;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.config.MachineProfile;
import dev.churnagent.config.Settings;
import dev.churnagent.journal.SegmentListener;
import dev.churnagent.report.Report.PortProfileUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What recorded runs would do to a machine's ports.
 *
 * @param run the run, or the merged runs
 * @param wish what was asked for
 * @param use the answer; its times are those of the replay, which a changed speed moves
 * @param reuse where a connect may take over a port in TIME_WAIT: {@code never}, {@code loopback}
 *     or {@code everywhere}
 * @param copies as many such runs side by side as {@code use} is faster, each as fast as it was; or
 *     null if it was not asked for
 */
public record Forecast(
    Report.Run run, Wish wish, PortProfileUse use, String reuse, PortProfileUse copies) {

  /**
   * What is asked for.
   *
   * @param machine the machine: nothing but its system for that system as configured, as recorded,
   *     or by default; else whole
   * @param hops connections on it for each one of ours; 0: as configured, or as found
   * @param speed how many times as fast, above 0
   * @param copies how many side by side, above 0
   * @param bothWays whether to tell {@code speed} as that many side by side too
   */
  public record Wish(
      MachineProfile machine, int hops, double speed, double copies, boolean bothWays) {}

  /**
   * Replays journals.
   *
   * @param journals at least one
   * @param listener as {@link ReportBuilder#build}
   * @throws IOException as {@link ReportBuilder#build}
   */
  public static Forecast of(
      List<Path> journals, Settings settings, Wish wish, SegmentListener listener)
      throws IOException {
    return ofRecordings(JournalSource.of(journals, listener), settings, wish);
  }

  /** Replays any recordings; see {@link #of}. */
  static Forecast ofRecordings(
      List<? extends RecordingSource> sources, Settings settings, Wish wish) throws IOException {
    Findings findings =
        RecordingAnalysis.analyse(
            sources, settings.app(), List.of(), asking(MachinePlan.of(settings), wish));
    List<PortUse> answers = findings.ports().asked();
    PortRows rows = new PortRows(findings);
    return new Forecast(
        RunRow.of(findings.runs(), findings.fetches()),
        wish,
        rows.row(answers.get(0)),
        answers.get(0).profile().reuse().name().toLowerCase(Locale.ROOT),
        wish.bothWays() ? rows.row(answers.get(1)) : null);
  }

  private static PortPlan asking(PortPlan plan, Wish wish) {
    boolean isStated = !wish.machine().isDefault();
    PortProfile profile =
        isStated ? MachinePlan.profile(wish.machine()).withHops(plan.hops()) : null;
    String os = wish.machine().machine().word();
    int hops = wish.hops() == 0 ? -1 : wish.hops();
    List<Question> asked = new ArrayList<>();
    asked.add(new Question(os, profile, hops, wish.speed(), wish.copies()));
    if (wish.bothWays()) {
      asked.add(new Question(os, profile, hops, 1, wish.speed()));
    }
    return new PortPlan(plan.given(), plan.hops(), asked);
  }
}
