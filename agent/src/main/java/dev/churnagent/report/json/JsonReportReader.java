package dev.churnagent.report.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.churnagent.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a {@code report.json} back, in the command line only. */
public final class JsonReportReader {
  private JsonReportReader() {}

  /**
   * Reads a report. Fields of a later version are ignored.
   *
   * @throws IOException if the file can't be read or holds no report; one line that names it
   */
  public static Report read(Path file) throws IOException {
    JsonNode root;
    try (InputStream in = Files.newInputStream(file)) {
      root = new ObjectMapper().readTree(in);
    } catch (JacksonException e) {
      throw new IOException(file + ": is not JSON: " + e.getOriginalMessage() + where(e), e);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    }
    String schema = root.path("schema").asText("");
    if (!schema.equals(Report.SCHEMA)) {
      throw new IOException(
          file
              + ": is not a report of this version: its schema is "
              + (schema.isEmpty() ? "missing" : "'" + schema + "'")
              + ", expected '"
              + Report.SCHEMA
              + "'");
    }
    try {
      return ReportNodes.report(root);
    } catch (MissingFieldException e) {
      throw new IOException(file + ": is not a whole report: " + e.getMessage(), e);
    }
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }
}
