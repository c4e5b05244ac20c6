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
    OutputStream packed = new GZIPOutputStream(Base64.getEncoder().wrap(new Open(out)), 1 << 14);
    try (JsonGenerator json = new JsonFactory().createGenerator(packed, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("version", BuildFacts.version());
      new PageFindings(report).write(json);
      report("report", report, json);
      if (diff != null) {
        report("before", before, json);
        json.writeFieldName("diff");
        JsonDiffWriter.write(diff, json);
      }
      json.writeEndObject();
    }
  }

  /** Writes a report; its tree of stacks is known only once all its sites are written. */
  private static void report(String name, Report report, JsonGenerator json) throws IOException {
    StackTree tree = new StackTree();
    json.writeFieldName(name);
    JsonReportWriter.write(report, tree, json);
    json.writeFieldName(name.concat("Tree"));
    tree.writeTree(json);
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
