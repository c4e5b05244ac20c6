package dev.churnagent.report;

import dev.churnagent.config.Format;
import dev.churnagent.report.diff.Diff;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.html.HtmlReportWriter;
import dev.churnagent.report.json.JsonReportWriter;
import dev.churnagent.report.source.SourceTree;
import dev.churnagent.report.text.TextReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes a report's files into a folder. Each is a {@link WholeFile}, so that a reader, or a full
 * disk, never leaves half a report under its name.
 */
public final class ReportFiles {
  /** Writes one format. */
  private interface View {
    void write(Report report, OutputStream out) throws IOException;
  }

  private ReportFiles() {}

  /**
   * Writes the formats that this version has; the others are left out.
   *
   * @param folder must exist
   * @param formats which to write
   * @param sources where formats that tell of source files look for them
   * @return the files that were written, in the order of {@link Format}
   * @throws IOException if one can't be written; those before it are whole
   */
  public static List<Path> write(
      Report report, Path folder, Set<Format> formats, SourceTree sources) throws IOException {
    List<Path> written = new ArrayList<>();
    if (formats.contains(Format.JSON)) {
      written.add(write(report, folder.resolve("report.json"), JSON));
    }
    if (formats.contains(Format.HTML)) {
      written.add(write(report, folder.resolve("report.html"), HTML));
    }
    if (formats.contains(Format.TEXT)) {
      written.add(write(report, folder.resolve("report.txt"), TEXT));
    }
    Outcome outcome = null;
    for (OutcomeFormat format : OutcomeFormat.values()) {
      if (formats.contains(format.format())) {
        outcome = outcome == null ? Outcome.of(report, sources) : outcome;
        written.add(write(outcome, folder.resolve(format.fileName()), format));
      }
    }
    return written;
  }

  // Classes, not lambdas: these also run while a watched JVM ends, where the first lambda is dear.
  private static final View JSON =
      new View() {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
          JsonReportWriter.write(report, out);
        }
      };

  private static final View HTML =
      new View() {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
          HtmlReportWriter.write(report, out);
        }
      };

  private static final View TEXT =
      new View() {
        @Override
        public void write(Report report, OutputStream out) throws IOException {
          StringBuilder text = new StringBuilder();
          TextReportWriter.write(report, text);
          out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
      };

  /**
   * Writes one view of a verdict.
   *
   * @param file its folder must exist
   * @return the file
   */
  public static Path write(Outcome outcome, Path file, OutcomeFormat format) throws IOException {
    return write(
        null,
        file,
        new View() {
          @Override
          public void write(Report report, OutputStream out) throws IOException {
            format.write(outcome, out);
          }
        });
  }

  /**
   * Writes the page that shows a run beside an earlier one.
   *
   * @param file its folder must exist
   * @return the file
   */
  public static Path writeComparison(Report before, Report after, Diff diff, Path file)
      throws IOException {
    return write(
        after,
        file,
        new View() {
          @Override
          public void write(Report report, OutputStream out) throws IOException {
            HtmlReportWriter.writeComparison(before, report, diff, out);
          }
        });
  }

  private static Path write(Report report, Path file, View view) throws IOException {
    WholeFile.write(
        file,
        new WholeFile.Content() {
          @Override
          public void write(OutputStream out) throws IOException {
            view.write(report, out);
          }
        });
    return file;
  }
}
