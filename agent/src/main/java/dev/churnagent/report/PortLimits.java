package dev.churnagent.report;

import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.PortPlan;
import dev.churnagent.analysis.PortPlan.Question;
import dev.churnagent.config.Limit;
import dev.churnagent.config.LimitMachine;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.PortProfileUse;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges limits on ports: each is one question to the port model, asked after those that a plan has
 * already, and answered by the same row that {@code timeWait.profiles} has.
 */
public final class PortLimits {
  private static final int HOLDERS = 3;

  private final PortFindings findings;
  private final PortRows rows;
  private int next;

  /** Creates the judge of {@code limits} that were asked for by {@link #asking}. */
  PortLimits(PortFindings findings, PortRows rows, List<Limit> limits) {
    this.findings = findings;
    this.rows = rows;
    this.next = findings.asked().size() - questions(PortPlan.DEFAULT, limits).size();
  }

  /** The plan with one more question for each limit on ports. */
  static PortPlan asking(PortPlan plan, List<Limit> limits) {
    List<Question> asked = new ArrayList<>(plan.asked());
    asked.addAll(questions(plan, limits));
    return new PortPlan(plan.given(), plan.hops(), asked);
  }

  /**
   * The hops that a limit is judged with: its own, else those of the plan if stated, else 1. Hops
   * that were found would make the same limit another one on another machine.
   */
  public static int hops(LimitMachine machine, PortPlan plan) {
    if (machine.hops() != LimitMachine.AS_PLANNED) {
      return machine.hops();
    }
    return Math.max(1, plan.hops());
  }

  private static List<Question> questions(PortPlan plan, List<Limit> limits) {
    List<Question> questions = new ArrayList<>();
    for (Limit limit : limits) {
      if (limit.kind().isOfPorts()) {
        LimitMachine machine = limit.machine();
        String os = machine.on() == null ? null : machine.on().word();
        questions.add(new Question(os, null, hops(machine, plan), 1, 1));
      }
    }
    return questions;
  }

  /** The line of the next limit on ports, in the order of the limits. */
  LimitResult judgeNext(Limit limit) {
    return judge(limit, rows.row(findings.asked().get(next++)));
  }

  /** The line of a limit on ports by the row that it is about. */
  public static LimitResult judge(Limit limit, PortProfileUse row) {
    boolean isTimeWait = limit.kind() == Limit.Kind.MAX_TIME_WAIT;
    double measured = isTimeWait ? row.peak() : row.portUsePercent();
    LimitResult result = LimitResults.of(limit, LimitResults.WHOLE_RUN, measured);
    return new LimitResult(
        result.limit(),
        result.subject(),
        result.measured(),
        result.allowed(),
        result.unit(),
        result.verdict(),
        detail(row, isTimeWait));
  }

  private static String detail(PortProfileUse row, boolean isTimeWait) {
    StringBuilder detail = new StringBuilder(PortWords.system(row));
    if (row.exhausted()) {
      detail.append(": would run out at ").append(PortWords.time(row.exhaustedAt()));
      detail.append(" in ").append(row.exhaustedSite());
    } else if (row.peakPortsAt() != null) {
      String at = isTimeWait && row.peakAt() != null ? row.peakAt() : row.peakPortsAt();
      detail.append(": most at ").append(PortWords.time(at));
    }
    if (row.holders() != null && !row.holders().isEmpty()) {
      detail.append("; held by ").append(PortWords.sites(row.holders(), HOLDERS));
    }
    return detail.toString();
  }
}
