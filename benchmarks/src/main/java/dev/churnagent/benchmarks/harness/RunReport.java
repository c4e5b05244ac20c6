package dev.churnagent.benchmarks.harness;

import dev.churnagent.report.Report;
import dev.churnagent.report.json.JsonReportReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what the agent reported about a fork. */
public final class RunReport {
  private RunReport() {}

  /**
   * The report of the only run of a fork.
   *
   * @param folder the fork's
   * @throws IOException if there is none
   */
  public static Report read(Path folder) throws IOException {
    return JsonReportReader.read(folder(folder).resolve("report.json"));
  }

  /** The bytes of the run's journal. */
  public static long journalBytes(Path folder) throws IOException {
    return Files.size(folder(folder).resolve("journal.churn"));
  }

  private static Path folder(Path fork) throws IOException {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(fork.resolve("runs"))) {
      for (Path run : runs) {
        return run;
      }
    }
    throw new IOException("no run in " + fork.resolve("runs"));
  }
}
