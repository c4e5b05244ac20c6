package dev.churnagent.agent;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.Settings;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.ReportFiles;
import dev.churnagent.report.text.TextReportWriter;
import java.util.List;

/** Builds the report in the ending JVM, by the same code as the command line. */
final class FinalReport implements Runnable {
  private final Settings settings;
  private final RunFolder folder;
  private volatile boolean violated;

  FinalReport(Settings settings, RunFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  boolean isViolated() {
    return violated;
  }

  @Override
  public void run() {
    try {
      List<ClassPattern> asRecorded = List.of();
      Report report = ReportBuilder.build(List.of(folder.journal()), asRecorded, settings.limits());
      violated = "fail".equals(report.verdict());
      ReportFiles.write(report, folder.path(), settings.formats());
      StringBuilder text = new StringBuilder();
      TextReportWriter.write(report, text);
      text.append("report: ").append(folder.path()).append(System.lineSeparator());
      Console.text(text.toString());
    } catch (Throwable e) {
      // A dying JVM (no memory, no disk) may not manage; the journal is whole.
      Console.line(
          "the report could not be built here ("
              + e
              + "); run: java -jar churn-agent.jar report "
              + folder.path());
    }
  }
}
