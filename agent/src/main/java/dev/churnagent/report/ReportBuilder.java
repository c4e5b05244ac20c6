package dev.churnagent.report;

import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.RecordedRun;
import dev.churnagent.analysis.RecordingAnalysis;
import dev.churnagent.analysis.RecordingSource;
import dev.churnagent.analysis.SiteStatistics;
import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Ignore;
import dev.churnagent.config.Limit;
import dev.churnagent.journal.SegmentListener;
import dev.churnagent.report.Report.LimitResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Builds the report of one run, or one report of several runs merged by wall-clock time: rates and
 * open counts are then those of all JVMs together, as one machine saw them, and limits are judged
 * by these.
 */
public final class ReportBuilder {
  private ReportBuilder() {}

  /** Builds a report from journals with no accepted repeats, against the default machines. */
  public static Report build(
      List<Path> journals, List<ClassPattern> application, List<Limit> limits) throws IOException {
    return build(journals, new ReportQuestions(application, limits));
  }

  /**
   * Builds a report from journals.
   *
   * @param journals none gives a report whose run is null
   * @throws IOException if a journal can't be read; {@link
   *     dev.churnagent.journal.JournalFormatException} if it is none
   */
  public static Report build(List<Path> journals, ReportQuestions questions) throws IOException {
    return build(journals, questions, null);
  }

  /**
   * The same, telling how far the reading has come.
   *
   * @param listener is told of each of the {@link RecordingAnalysis#READINGS} readings of every
   *     journal; null: nobody asks
   */
  public static Report build(
      List<Path> journals, ReportQuestions questions, SegmentListener listener) throws IOException {
    return buildFrom(JournalSource.of(journals, listener), questions);
  }

  /** Builds a report from any recordings, with no accepted repeats; see {@link #build}. */
  public static Report buildFrom(
      List<? extends RecordingSource> sources, List<ClassPattern> application, List<Limit> limits)
      throws IOException {
    return buildFrom(sources, new ReportQuestions(application, limits));
  }

  static Report buildFrom(List<? extends RecordingSource> sources, ReportQuestions questions)
      throws IOException {
    return of(
        RecordingAnalysis.analyse(
            sources,
            questions.application(),
            questions.limits(),
            PortLimits.asking(questions.plan(), questions.limits()),
            questions.ignores()),
        questions.limits(),
        questions.ignores());
  }

  /**
   * Builds a report from what was found.
   *
   * @param limits those that were measured in {@code findings}, with those on fetches; those on
   *     ports are the last that the findings' plan asked
   */
  public static Report of(Findings findings, List<Limit> limits, List<Ignore> ignores) {
    Report.Run run = RunRow.of(findings.runs(), findings.fetches());
    List<Report.Request> requests = FetchRows.requests(findings.fetches());
    List<Report.Chain> chains = FetchRows.chains(findings.fetches(), findings.ports(), ignores);
    FetchLimits fetchLimits = new FetchLimits(run, requests, chains);
    PortRows ports = new PortRows(findings);
    PortLimits portLimits = new PortLimits(findings.ports(), ports, limits);
    List<LimitResult> results = LimitResults.of(limits, findings.limits(), fetchLimits, portLimits);
    Report.Totals totals = totals(findings);
    double seconds = findings.runs().isEmpty() ? 0 : RunRow.durationSeconds(findings.runs());
    List<Report.Site> sites = SiteRow.of(findings, seconds);
    boolean ranOut = findings.portExhaustion() != null;
    return new Report(
        Report.SCHEMA,
        run,
        totals,
        sites,
        EndpointRow.of(findings.endpoints(), findings.ports()),
        requests,
        chains,
        FetchRows.polls(findings.fetches()),
        ports.timeWait(),
        portExhaustion(findings, ports),
        RemedyRows.of(findings.ports(), sites, chains, totals.connections(), ranOut),
        Collections.unmodifiableList(results),
        LimitResults.verdict(results),
        TimelineRow.of(findings.steps(), findings.ports()));
  }

  private static Report.Totals totals(Findings findings) {
    long connections = 0;
    long failed = 0;
    long abandoned = 0;
    long closed = 0;
    long openAtEnd = 0;
    for (SiteFindings site : findings.sites()) {
      SiteStatistics statistics = site.statistics();
      connections += statistics.connections();
      failed += statistics.failed();
      abandoned += statistics.abandonedCount();
      closed += statistics.closedCount();
      openAtEnd += statistics.openAtEnd();
    }
    return new Report.Totals(
        connections,
        failed,
        abandoned,
        closed,
        openAtEnd,
        findings.peakOpen(),
        SiteRow.peakRate(findings.totalPeak()));
  }

  private static Report.PortExhaustion portExhaustion(Findings findings, PortRows ports) {
    if (findings.portExhaustion() == null) {
      return new Report.PortExhaustion(0, null, null);
    }
    var first = findings.portExhaustion().first();
    return new Report.PortExhaustion(
        findings.portExhaustion().errors(),
        new Report.FirstExhaustion(
            UtcTime.of(first.atNanos()),
            findings.sites().get(first.site()).site().describe(),
            findings.endpoints().get(first.endpoint()).endpoint().address(),
            exhaustionMessage(findings)),
        findings.ports().holdersAtFailure() == null
            ? null
            : ports.holders(findings.ports().holdersAtFailure()));
  }

  /** The system's words are the same in every run, so those of any run will do. */
  private static String exhaustionMessage(Findings findings) {
    for (RecordedRun run : findings.runs()) {
      if (run.exhaustionMessage() != null) {
        return run.exhaustionMessage();
      }
    }
    return null;
  }
}
