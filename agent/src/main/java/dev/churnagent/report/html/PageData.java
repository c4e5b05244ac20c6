package dev.churnagent.report.html;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report;
import dev.churnagent.report.diff.Diff;
import dev.churnagent.report.diff.JsonDiffWriter;
import dev.churnagent.report.finding.BuildFacts;
import dev.churnagent.report.json.JsonReportWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * What the page shows, as JSON, packed by gzip and written in base64: small, and without a
 * character that could end the element it stands in, whatever the names in the report are. Fields
 * are those of {@code report.json}, but for stacks, which are those of {@link StackTree}.
 */
final class PageData implements PageTemplate.Content {
  private final Report report;
  private final Report before;
  private final Diff diff;
  private final StackTree tree = new StackTree();

  /**
   * Makes the data of a page.
   *
   * @param before an earlier run to compare with, and so is {@code diff}; or null
   */
  PageData(Report report, Report before, Diff diff) {
    this.report = report;
    this.before = before;
    this.diff = diff;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try (JsonGenerator json = packed(out)) {
      json.writeStartObject();
      json.writeStringField("version", BuildFacts.version());
      new PageFindings(report).write(json);
      json.writeFieldName("report");
      JsonReportWriter.write(report, tree, json);
      if (diff != null) {
        json.writeFieldName("before");
        JsonReportWriter.write(before, new StackTree(), json);
        json.writeFieldName("diff");
        JsonDiffWriter.write(diff, json);
      }
      json.writeEndObject();
    }
  }

  /** The tree of the report's stacks, known once all else is written. */
  PageTemplate.Content stacks() {
    return new PageTemplate.Content() {
      @Override
      public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = packed(out)) {
          tree.writeTree(json);
        }
      }
    };
  }

  private static JsonGenerator packed(OutputStream out) throws IOException {
    OutputStream packed = new GZIPOutputStream(Base64.getEncoder().wrap(new Open(out)), 1 << 14);
    return new JsonFactory().createGenerator(packed, JsonEncoding.UTF8);
  }

  /** The page goes on after its data: closing the packer must not close it. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
