package dev.churnagent.benchmarks.report;

import dev.churnagent.report.Report;
import dev.churnagent.report.ReportBuilder;
import java.nio.file.Path;
import java.util.List;

/** The measured program: builds one report. */
public final class ReportProgram {
  private ReportProgram() {}

  /** Argument: the journal. */
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    Report report = ReportBuilder.build(List.of(Path.of(args[0])), List.of(), List.of());
    System.out.println("seconds=" + (System.nanoTime() - start) / 1e9);
    System.out.println("connections=" + report.totals().connections());
    System.out.println("closed=" + report.totals().closed());
    System.out.println("openAtEnd=" + report.totals().openAtEnd());
    System.out.println("sites=" + report.sites().size());
    System.out.println("lostEvents=" + report.run().lostEvents());
  }
}
