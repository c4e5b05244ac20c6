package dev.churnagent.report;

import dev.churnagent.config.Format;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.gitlab.GitlabWriter;
import dev.churnagent.report.junit.JunitWriter;
import dev.churnagent.report.markdown.MarkdownWriter;
import dev.churnagent.report.sarif.SarifWriter;
import java.io.IOException;
import java.io.OutputStream;

/** The formats that tell of a verdict, which may be that of several reports together. */
public enum OutcomeFormat {
  /** {@code TEST-churn.xml}. */
  JUNIT(Format.JUNIT, JunitWriter.FILE),
  /** {@code report.sarif}. */
  SARIF(Format.SARIF, SarifWriter.FILE),
  /** {@code report.md}. */
  MARKDOWN(Format.MARKDOWN, MarkdownWriter.FILE),
  /** {@code gl-code-quality-report.json}. */
  GITLAB(Format.GITLAB, GitlabWriter.FILE);

  private final Format format;
  private final String fileName;

  OutcomeFormat(Format format, String fileName) {
    this.format = format;
    this.fileName = fileName;
  }

  /** The word for it in settings. */
  Format format() {
    return format;
  }

  /** The file's name in a run's folder. */
  String fileName() {
    return fileName;
  }

  /** Writes the whole file; does not close the stream. */
  void write(Outcome outcome, OutputStream out) throws IOException {
    switch (this) {
      case JUNIT -> JunitWriter.write(outcome, out);
      case SARIF -> SarifWriter.write(outcome, out);
      case MARKDOWN -> MarkdownWriter.write(outcome, out);
      case GITLAB -> GitlabWriter.write(outcome, out);
    }
  }
}
