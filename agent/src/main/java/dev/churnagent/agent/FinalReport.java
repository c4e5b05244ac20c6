package dev.churnagent.agent;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.OnViolation;
import dev.churnagent.config.Settings;
import dev.churnagent.gate.Baseline;
import dev.churnagent.gate.Baselines;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.ReportFiles;
import dev.churnagent.report.ReportQuestions;
import dev.churnagent.report.source.SourceTree;
import dev.churnagent.report.text.TextReportWriter;
import java.io.IOException;
import java.util.List;

/** Builds the report in the ending JVM, by the same code as the command line. */
final class FinalReport implements Runnable {
  private static final int VIOLATED = 3;

  private final Settings settings;
  private final Baseline baseline;
  private final RunFolder folder;
  private final JournalWriter journal;

  /** {@code baseline} is null if nothing was accepted. */
  FinalReport(Settings settings, Baseline baseline, RunFolder folder, JournalWriter journal) {
    this.settings = settings;
    this.baseline = baseline;
    this.folder = folder;
    this.journal = journal;
  }

  @Override
  public void run() {
    Report report = null;
    try {
      List<ClassPattern> asRecorded = List.of();
      report =
          ReportBuilder.build(List.of(folder.journal()), ReportQuestions.of(asRecorded, settings));
      report = Baselines.judge(report, baseline, settings.limits(), false);
      write(report);
    } catch (Throwable e) {
      // A dying JVM (no memory, no disk) may not manage; the journal is whole.
      if (!isTold(e)) {
        Console.line(
            "the report could not be built here ("
                + e
                + "); run: java -jar churn-agent.jar report "
                + folder.path());
      }
    }
    // Also where it could not be written: what was measured is known.
    if (report != null
        && LimitResults.FAIL.equals(report.verdict())
        && settings.onViolation() == OnViolation.EXIT) {
      Runtime.getRuntime().halt(VIOLATED);
    }
  }

  private void write(Report report) throws IOException {
    SourceTree sources = new SourceTree(settings.sourceRoot(), settings.configFile());
    ReportFiles.write(report, folder.path(), settings.formats(), sources);
    if (!settings.summary()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    TextReportWriter.write(report, text);
    text.append("report: ").append(folder.path()).append(System.lineSeparator());
    Console.text(text.toString());
  }

  /** The disk that is full for the report is the one that was for the journal: one line is due. */
  private boolean isTold(Throwable e) {
    return e instanceof IOException && journal.isOutOfRoom();
  }
}
