package dev.churnagent.cli;

import dev.churnagent.report.Report;
import dev.churnagent.report.json.JsonReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Hand-made reports. */
final class StoredReports {
  private StoredReports() {}

  /** A report of two sites: {@code a.Fast} at 50/s and {@code a.Slow} at 6/s, both once open. */
  static Report report(long lostEvents, String... degraded) {
    return new Report(
        Report.SCHEMA,
        new Report.Run(
            "run-1",
            7L,
            "host",
            "Linux",
            "17",
            "a.Main",
            "2026-11-22T15:30:12Z",
            "2026-11-22T15:30:22Z",
            10,
            true,
            lostEvents,
            List.of(degraded),
            List.of(),
            1,
            1),
        new Report.Totals(60, 0, 0, 60, 0, 2, peak(55)),
        List.of(site("a.Slow", 10, 6), site("a.Fast", 50, 50)),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        "none",
        null);
  }

  private static Report.Site site(String className, long connections, double perSecond) {
    return new Report.Site(
        className,
        className,
        "run",
        "A.java",
        7,
        "application",
        "stack",
        connections,
        0,
        List.of(),
        0,
        connections,
        0,
        1,
        connections / 10.0,
        peak(perSecond),
        null,
        null,
        new Report.ClosedFirstCounts(connections, 0, 0, 0),
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        0);
  }

  private static Report.PeakRate peak(double perSecond) {
    return new Report.PeakRate(perSecond, 1, "2026-11-22T15:30:13Z");
  }

  static void write(Report report, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      JsonReportWriter.write(report, out);
    }
  }
}
