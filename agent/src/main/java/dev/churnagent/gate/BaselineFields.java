package dev.churnagent.gate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Slips;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a JSON object one after the other, each of a known name and the right type; errors
 * name file, line, column and field. Objects may stand in a list of their parent, one level deep.
 */
final class BaselineFields {
  private final JsonParser json;
  private final String file;

  /** What the outer object was about while an inner one is read. */
  private List<String> outerKnown;

  private List<String> outerSeen;

  private String prefix = "";
  private List<String> known = List.of();
  private List<String> seen = new ArrayList<>();
  private String field = "";
  private String position;

  BaselineFields(JsonParser json, String file) {
    this.json = json;
    this.file = file;
    this.position = file;
  }

  String file() {
    return file;
  }

  /** Begins the outermost object. */
  void begin(String itsPrefix, String what, List<String> keys)
      throws IOException, ConfigurationException {
    json.nextToken();
    requireObject("", what);
    prefix = itsPrefix;
    known = keys;
  }

  /** Begins an element of a list, at whose first token the parser stands. */
  void beginNested(String itsPrefix, String name, String what, List<String> keys)
      throws IOException, ConfigurationException {
    position = position();
    requireObject(name + ": ", what);
    outerKnown = known;
    outerSeen = seen;
    prefix = itsPrefix;
    known = keys;
    seen = new ArrayList<>();
  }

  private void requireObject(String name, String what) throws IOException, ConfigurationException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw mistake(name + shown() + " is not " + what + "; allowed is a JSON object");
    }
  }

  /** The next field's name, its value to be read next; null at the object's end. */
  String next() throws IOException, ConfigurationException {
    JsonToken token = json.nextToken();
    position = position();
    if (token == JsonToken.END_OBJECT) {
      if (outerKnown != null) {
        prefix = "";
        known = outerKnown;
        seen = outerSeen;
        outerKnown = null;
      }
      return null;
    }
    field = json.currentName();
    if (!known.contains(field)) {
      String hint = Slips.hint(field, known);
      throw mistake(
          prefix
              + field
              + ": unknown key"
              + (hint.isEmpty() ? ";" : hint)
              + " known: "
              + String.join(", ", known));
    }
    if (seen.contains(field)) {
      throw mistake(prefix + field + ": given twice");
    }
    seen.add(field);
    json.nextToken();
    return field;
  }

  /** Requires that nothing stands behind the outermost object. */
  void end() throws IOException, ConfigurationException {
    if (json.nextToken() != null) {
      position = position();
      throw mistake("more stands behind the end of the baseline");
    }
    position = file;
  }

  void beginList(String what) throws IOException, ConfigurationException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw refused("is not a list", what);
    }
  }

  JsonToken nextElement() throws IOException {
    return json.nextToken();
  }

  /** The value, which must be a text that is not blank. */
  String text() throws IOException, ConfigurationException {
    if (json.currentToken() != JsonToken.VALUE_STRING || json.getText().isBlank()) {
      throw refused("is no text", "a text that is not blank");
    }
    return json.getText();
  }

  String textOrNull() throws IOException, ConfigurationException {
    return json.currentToken() == JsonToken.VALUE_NULL ? null : text();
  }

  /** The value, which must be a number from 0 to {@code most}. */
  double number(String allowed, double most) throws IOException, ConfigurationException {
    boolean isNumber = json.currentToken() != null && json.currentToken().isNumeric();
    double number = isNumber ? json.getDoubleValue() : -1;
    if (!(number >= 0 && number <= most)) {
      throw refused("is no such number", "a number " + allowed);
    }
    return number;
  }

  LocalDate dateOrNull() throws IOException, ConfigurationException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean isText = json.currentToken() == JsonToken.VALUE_STRING;
    LocalDate date = isText ? Dates.parse(json.getText()) : null;
    if (date == null) {
      throw refused("is no date", "a date such as 2026-12-31");
    }
    return date;
  }

  private ConfigurationException refused(String what, String allowed) throws IOException {
    return mistake(prefix + field + ": " + shown() + " " + what + "; allowed is " + allowed);
  }

  private String shown() throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      return token == JsonToken.START_ARRAY ? "a list" : "an object";
    }
    return "'" + (token == null ? "" : json.getText()) + "'";
  }

  /** The mistake at the field that was read last. */
  ConfigurationException mistake(String what) {
    return new ConfigurationException(position + ": " + what);
  }

  /** Where the parser stands. */
  String position() {
    return position(file, json.currentTokenLocation());
  }

  static String position(String file, JsonLocation location) {
    return location == null
        ? file
        : file + ": line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
