package dev.churnagent.report;

import dev.churnagent.analysis.PortPlan;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.config.Settings;
import java.util.List;

/**
 * What a report is to answer beside what it always tells.
 *
 * @param application patterns of application classes; empty: as recorded in each run, then by code
 *     source
 * @param limits the limits to judge; empty: the verdict is {@code none}
 * @param ignores repeats that are accepted
 * @param plan which machines to replay against
 */
public record ReportQuestions(
    List<ClassPattern> application, List<Limit> limits, List<Ignore> ignores, PortPlan plan) {

  /**
   * What the settings ask for.
   *
   * @param application as above, which need not be the settings' own
   */
  public static ReportQuestions of(List<ClassPattern> application, Settings settings) {
    return new ReportQuestions(
        application, settings.limits(), settings.ignores(), MachinePlan.of(settings));
  }

  /** With no accepted repeats, and the default machines. */
  public ReportQuestions(List<ClassPattern> application, List<Limit> limits) {
    this(application, limits, List.of(), PortPlan.DEFAULT);
  }
}
