package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.churnagent.report.Forecast;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
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
    try (JsonGenerator json = PrettyJson.to(out)) {
      new JsonFields(json).report(report, new WholeStacks());
      json.writeRaw('\n');
    }
  }

  /**
   * Writes the report as one object of a larger text, its stacks in a format of the caller's.
   *
   * @throws IOException if the generator's stream fails
   */
  public static void write(Report report, StackFormat stacks, JsonGenerator json)
      throws IOException {
    new JsonFields(json).report(report, stacks);
  }

  /**
   * Writes only the limits and the verdict, as {@code check --json} prints them.
   *
   * @param verdict null if it is not known
   * @param notes what is to be told beside them
   */
  public static void writeVerdict(
      List<LimitResult> limits, String verdict, List<String> notes, OutputStream out)
      throws IOException {
    try (JsonGenerator json = PrettyJson.to(out)) {
      new JsonFields(json).limitsAndVerdict(limits, verdict, notes);
      json.writeRaw('\n');
    }
  }

  /** Writes a forecast: a profile as in {@code timeWait.profiles}, and what was asked for. */
  public static void writeForecast(Forecast forecast, OutputStream out) throws IOException {
    try (JsonGenerator json = PrettyJson.to(out)) {
      new JsonPorts(json, new JsonFields(json)).forecast(forecast);
      json.writeRaw('\n');
    }
  }
}
