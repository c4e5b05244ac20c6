package dev.churnagent.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.finding.FindingKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what the kinds of findings mean, each with its whole page as help. */
final class SarifRules {
  private final JsonGenerator json;
  private final List<FindingKind> limits = new ArrayList<>();

  SarifRules(JsonGenerator json) {
    this.json = json;
    for (FindingKind kind : FindingKind.values()) {
      if (kind.isLimit()) {
        limits.add(kind);
      }
    }
  }

  /** The place of a limit's kind among the rules. */
  int index(FindingKind kind) {
    return limits.indexOf(kind);
  }

  /** Every kind of limit, violated or not, so that a place among them never changes in a file. */
  void limits() throws IOException {
    for (FindingKind kind : limits) {
      descriptor(kind);
    }
  }

  void descriptor(FindingKind kind) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", kind.id());
    text(json, "shortDescription", kind.summary());
    text(json, "fullDescription", kind.summary());
    String page = kind.pageAlone();
    json.writeObjectFieldStart("help");
    json.writeStringField("text", page);
    json.writeStringField("markdown", page);
    json.writeEndObject();
    if (kind.helpUri() != null) {
      json.writeStringField("helpUri", kind.helpUri());
    }
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", "error");
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString("connections");
    json.writeString("performance");
    json.writeEndArray();
    // Measured, not guessed.
    json.writeStringField("precision", "very-high");
    json.writeStringField("problem.severity", "error");
    json.writeEndObject();
    json.writeEndObject();
  }

  static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
