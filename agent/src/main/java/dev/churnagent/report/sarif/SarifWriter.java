package dev.churnagent.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report;
import dev.churnagent.report.finding.BuildFacts;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.FindingKind;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.json.PrettyJson;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a verdict as one SARIF run: a rule for each kind of limit, a result for each violated one,
 * the worst first. What was not measured are notifications of an invocation that did not succeed.
 */
public final class SarifWriter {
  /** The file's name where nobody gave another. */
  public static final String FILE = "report.sarif";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;
  private final SarifRules rules;

  private SarifWriter(JsonGenerator json) {
    this.json = json;
    this.rules = new SarifRules(json);
  }

  /**
   * Writes the whole file and flushes; does not close the stream.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Outcome outcome, OutputStream out) throws IOException {
    try (JsonGenerator json = PrettyJson.to(out)) {
      new SarifWriter(json).log(outcome);
      json.writeRaw('\n');
    }
  }

  private void log(Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool();
    invocation(outcome);
    sourceRoot();
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    SarifResults results = new SarifResults(json, outcome);
    for (Finding finding : outcome.violated()) {
      results.result(finding, rules.index(finding.kind()));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    json.writeStringField("verdict", outcome.verdict());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "churn-agent");
    json.writeStringField("semanticVersion", BuildFacts.version());
    json.writeArrayFieldStart("rules");
    rules.limits();
    json.writeEndArray();
    json.writeArrayFieldStart("notifications");
    rules.descriptor(FindingKind.INCOMPLETE);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(Outcome outcome) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", outcome.isMeasured());
    Report.Run run = outcome.reports().get(0).run();
    if (run != null && outcome.reports().size() == 1) {
      json.writeStringField("startTimeUtc", run.startedAt());
      json.writeStringField("endTimeUtc", run.endedAt());
    }
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (String missing : outcome.incomplete()) {
      notification(missing);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void notification(String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", "error");
    SarifRules.text(json, "message", text);
    json.writeObjectFieldStart("descriptor");
    json.writeStringField("id", FindingKind.INCOMPLETE.id());
    json.writeNumberField("index", 0);
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Where it lies on the machine that judged says nothing elsewhere, so there is no address. */
  private void sourceRoot() throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(SarifResults.ROOT);
    SarifRules.text(json, "description", "The root of the project's sources.");
    json.writeEndObject();
    json.writeEndObject();
  }
}
