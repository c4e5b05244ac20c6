package dev.churnagent.report.gitlab;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.analysis.fetch.ShortHash;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.FindingKind;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.json.PrettyJson;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes violated limits, the worst first, each with a path and a line, without which GitLab leaves
 * it out. An incomplete measurement is an entry of its own before them: an empty list would look
 * like a pass.
 */
public final class GitlabWriter {
  /** The file's name where nobody gave another. */
  public static final String FILE = "gl-code-quality-report.json";

  private GitlabWriter() {}

  /**
   * Writes the whole file and flushes; does not close the stream.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Outcome outcome, OutputStream out) throws IOException {
    try (JsonGenerator json = PrettyJson.to(out)) {
      json.writeStartArray();
      if (!outcome.isMeasured()) {
        String id = FindingKind.INCOMPLETE.id();
        String text = "not everything was measured: " + String.join("; ", outcome.incomplete());
        entry(json, id, "blocker", text, ShortHash.of(id), outcome.limitsPath(), 1);
      }
      for (Finding finding : outcome.violated()) {
        entry(
            json,
            finding.kind().id(),
            "major",
            finding.message(),
            finding.fingerprint(),
            outcome.pathOf(finding),
            Outcome.lineOf(finding));
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static void entry(
      JsonGenerator json,
      String name,
      String severity,
      String description,
      String fingerprint,
      String path,
      int line)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", description);
    json.writeStringField("check_name", name);
    json.writeStringField("fingerprint", fingerprint);
    json.writeStringField("severity", severity);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", line);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
