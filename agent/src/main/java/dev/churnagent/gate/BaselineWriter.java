package dev.churnagent.gate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.churnagent.report.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes a baseline as JSON that people read, edit and compare: one field on each line. */
public final class BaselineWriter {
  private BaselineWriter() {}

  /**
   * Writes the file beside its place and moves it there, so that it is never half of one.
   *
   * @throws IOException if that fails; the file is then as it was
   */
  public static void write(Baseline baseline, Path file) throws IOException {
    WholeFile.write(file, out -> write(baseline, out));
  }

  static void write(Baseline baseline, OutputStream out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      json.writeStringField("schema", Baseline.SCHEMA);
      number(json, "tolerancePercent", baseline.tolerance().percent());
      json.writeArrayFieldStart("entries");
      for (BaselineEntry entry : baseline.entries()) {
        entry(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void entry(JsonGenerator json, BaselineEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("limit", entry.limit());
    json.writeStringField("subject", entry.subject());
    number(json, "measured", entry.measured());
    if (entry.unit() != null) {
      json.writeStringField("unit", entry.unit());
    }
    if (entry.accepted() != null) {
      json.writeStringField("accepted", entry.accepted().toString());
    }
    if (entry.expires() != null) {
      json.writeStringField("expires", entry.expires().toString());
    }
    json.writeStringField("reason", entry.reason());
    json.writeEndObject();
  }

  /** A whole number without a fraction, as a person would write it. */
  private static void number(JsonGenerator json, String name, double number) throws IOException {
    if (number == Math.rint(number) && number < 1L << 53) {
      json.writeNumberField(name, (long) number);
    } else {
      json.writeNumberField(name, number);
    }
  }
}
