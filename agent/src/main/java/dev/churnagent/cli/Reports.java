package dev.churnagent.cli;

import dev.churnagent.config.Format;
import dev.churnagent.config.Settings;
import dev.churnagent.gate.JournalNeededException;
import dev.churnagent.gate.StoredReportGate;
import dev.churnagent.report.Forecast;
import dev.churnagent.report.MachinePlan;
import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import dev.churnagent.report.ReportFiles;
import dev.churnagent.report.ReportQuestions;
import dev.churnagent.report.diff.Diff;
import dev.churnagent.report.diff.JsonDiffWriter;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.json.JsonReportReader;
import dev.churnagent.report.json.JsonReportWriter;
import dev.churnagent.report.source.SourceTree;
import dev.churnagent.report.text.ForecastWriter;
import dev.churnagent.report.text.TextDiffWriter;
import dev.churnagent.report.text.TextReportWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The only class of the command line that knows how reports are built, judged and written. */
final class Reports {
  private Reports() {}

  /** One report of all these journals, with the settings' limits judged. */
  static Report build(List<Path> journals, Settings settings, Progress progress)
      throws IOException {
    return ReportBuilder.build(journals, ReportQuestions.of(settings.app(), settings), progress);
  }

  /**
   * What there is to judge: one report of all journals, and each stored report for itself.
   *
   * @throws CommandException if a stored report does not hold what a limit is about
   */
  static List<Report> judge(RunPaths runs, Settings settings, Session session)
      throws IOException, CommandException {
    List<Report> reports = new ArrayList<>();
    if (!runs.journals().isEmpty()) {
      try (Progress progress = Progress.of(runs.journals(), session)) {
        reports.add(build(runs.journals(), settings, progress));
      }
    }
    for (Path stored : runs.storedReports()) {
      reports.add(stored(stored, settings));
    }
    return reports;
  }

  /**
   * A stored report, judged again where there are limits now.
   *
   * @throws CommandException if it does not hold what a limit is about
   */
  static Report stored(Path stored, Settings settings) throws IOException, CommandException {
    try {
      return judged(JsonReportReader.read(stored), settings);
    } catch (JournalNeededException e) {
      throw new CommandException(stored + ": " + e.getMessage(), e);
    }
  }

  /** A stored report by the settings' limits, if it holds what they are about; else by its own. */
  static Report storedAsFarAsKnown(Path stored, Settings settings) throws IOException {
    Report report = JsonReportReader.read(stored);
    try {
      return judged(report, settings);
    } catch (JournalNeededException e) {
      return report;
    }
  }

  private static Report judged(Report report, Settings settings) throws JournalNeededException {
    return settings.limits().isEmpty()
        ? report
        : StoredReportGate.judge(
            report, settings.limits(), settings.ignores(), MachinePlan.of(settings));
  }

  /** What all these journals together would do to a machine's ports. */
  static Forecast forecast(
      List<Path> journals, Settings settings, Forecast.Wish wish, Progress progress)
      throws IOException {
    return Forecast.of(journals, settings, wish, progress);
  }

  static void printJson(Forecast forecast, PrintStream out) throws IOException {
    JsonReportWriter.writeForecast(forecast, out);
  }

  static void printText(Forecast forecast, Session session) throws IOException {
    print(text -> ForecastWriter.write(forecast, text), session);
  }

  static void printJson(Diff diff, PrintStream out) throws IOException {
    JsonDiffWriter.write(diff, out);
  }

  /** Writes the page of the later run beside the earlier one; makes its folder. */
  static void writeComparison(Report before, Report after, Diff diff, Path file)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ReportFiles.writeComparison(before, after, diff, file);
  }

  static void printText(Diff diff, Session session) throws IOException {
    print(text -> TextDiffWriter.write(diff, text), session);
  }

  static List<Path> writeFiles(Report report, Path folder, Set<Format> formats, Settings settings)
      throws IOException {
    return ReportFiles.write(report, folder, formats, sources(settings));
  }

  /** What the limits say of all reports, with the source files of what is violated. */
  static Outcome outcome(List<Report> reports, Settings settings) {
    return Outcome.of(reports, sources(settings));
  }

  private static SourceTree sources(Settings settings) {
    return new SourceTree(settings.sourceRoot(), settings.configFile());
  }

  static void printJson(Report report, PrintStream out) throws IOException {
    JsonReportWriter.write(report, out);
  }

  static void printText(Report report, Session session) throws IOException {
    print(text -> TextReportWriter.write(report, text), session);
  }

  /** Prints what is plain text in files too, with colours where they are wanted. */
  private static void print(Text text, Session session) throws IOException {
    if (!session.terminal().ansi().enabled()) {
      text.writeTo(session.out());
      return;
    }
    StringBuilder plain = new StringBuilder();
    text.writeTo(plain);
    session.out().print(new Painter(new Paint(session.terminal().ansi())).painted(plain));
  }

  private interface Text {
    void writeTo(Appendable out) throws IOException;
  }

  /** Prints {@code {"limits": [...], "verdict": ..., "notes": [...]}}. */
  static void printJson(Judgement judgement, PrintStream out) throws IOException {
    JsonReportWriter.writeVerdict(
        judgement.results(), judgement.outcome().verdict(), judgement.notes(), out);
  }
}
