package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.churnagent.report.Forecast;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a report as pretty-printed JSON in UTF-8, its fields in the contract's order. */
public final class JsonReportWriter {
  private JsonReportWriter() {}

  /**
   * Writes the whole report and flushes; does not close the stream.
   *
   * @throws IOException if the stream fails
   */
  public static void write(Report report, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new JsonFields(json).report(report);
      json.writeRaw('\n');
    }
  }

  /**
   * Writes only the limits and the verdict, as {@code check --json} prints them.
   *
   * @param notes what is to be told beside them
   */
  public static void writeVerdict(Report report, List<String> notes, OutputStream out)
      throws IOException {
    try (JsonGenerator json = generator(out)) {
      new JsonFields(json).limitsAndVerdict(report, notes);
      json.writeRaw('\n');
    }
  }

  /** Writes a forecast: a profile as in {@code timeWait.profiles}, and what was asked for. */
  public static void writeForecast(Forecast forecast, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      new JsonPorts(json, new JsonFields(json)).forecast(forecast);
      json.writeRaw('\n');
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    // Closing the generator flushes, and returns its buffers; the stream belongs to the caller.
    JsonGenerator json =
        new JsonFactory()
            .createGenerator(out, JsonEncoding.UTF8)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    // The same line ends on every operating system, so that reports can be compared.
    return json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
  }
}
