package dev.churnagent.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.finding.Finding;
import dev.churnagent.report.finding.Outcome;
import dev.churnagent.report.finding.Place;
import java.io.IOException;

/**
 * Writes violated limits.
 *
 * <p>GitHub refuses a whole file for one result without a physical location. So each has one: the
 * source file; if that was not found, the file as it is called below some source folder; if no code
 * is known, the file with the limits, whose limit it is that is violated.
 */
final class SarifResults {
  /** The base of all paths, by the name that SARIF's specification uses for it. */
  static final String ROOT = "%SRCROOT%";

  /**
   * Ours. GitHub's own {@code primaryLocationLineHash} is left to GitHub, which warns of any other
   * value than the one it computes.
   */
  private static final String FINGERPRINT = "churnFinding/v1";

  private final JsonGenerator json;
  private final Outcome outcome;

  SarifResults(JsonGenerator json, Outcome outcome) {
    this.json = json;
    this.outcome = outcome;
  }

  void result(Finding finding, int rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.kind().id());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", "error");
    SarifRules.text(json, "message", finding.message());
    json.writeArrayFieldStart("locations");
    location(finding);
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(FINGERPRINT, finding.fingerprint());
    json.writeEndObject();
    properties(finding.result());
    json.writeEndObject();
  }

  private void location(Finding finding) throws IOException {
    Place place = finding.place();
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", UriPath.of(outcome.pathOf(finding)));
    json.writeStringField("uriBaseId", ROOT);
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Outcome.lineOf(finding));
    json.writeEndObject();
    json.writeEndObject();
    if (place != null) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField("fullyQualifiedName", place.qualifiedName());
      json.writeStringField("kind", place.method() == null ? "type" : "function");
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void properties(LimitResult result) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("limit", result.limit());
    json.writeStringField("subject", result.subject());
    json.writeNumberField("measured", result.measured());
    json.writeNumberField("allowed", result.allowed());
    json.writeStringField("unit", result.unit());
    json.writeEndObject();
  }
}
