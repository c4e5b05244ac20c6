package dev.churnagent.gate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.churnagent.config.BaselineFile;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.report.Tolerance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a baseline, which people edit by hand: whatever is not as {@link BaselineWriter} writes it
 * is refused with its line, so that a typing slip never accepts more, nor less, than was meant.
 */
public final class BaselineReader {
  private static final List<String> KEYS = List.of("schema", "tolerancePercent", "entries");
  private static final double MOST_PERCENT = 1_000;

  private final BaselineFields fields;
  private String schema;
  private Tolerance tolerance = Tolerance.DEFAULT;
  private List<BaselineEntry> entries;

  private BaselineReader(BaselineFields fields) {
    this.fields = fields;
  }

  /**
   * Reads a file.
   *
   * @param file null: nothing was accepted
   * @return null if {@code file} is
   * @throws ConfigurationException if it can't be read or has a mistake; one line
   */
  public static Baseline read(BaselineFile file) throws ConfigurationException {
    if (file == null) {
      return null;
    }
    if (Files.isDirectory(file.path())) {
      throw file.unusable("is a directory");
    }
    try (InputStream in = Files.newInputStream(file.path());
        JsonParser json = new JsonFactory().createParser(in)) {
      return new BaselineReader(new BaselineFields(json, file.shown())).read();
    } catch (JacksonException e) {
      throw new ConfigurationException(
          BaselineFields.position(file.shown(), e.getLocation())
              + ": malformed JSON: "
              + e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      throw file.unusable("does not exist");
    } catch (AccessDeniedException e) {
      throw file.unusable("can't be read: permission denied");
    } catch (IOException e) {
      throw file.unusable("can't be read: " + e.getMessage());
    }
  }

  private Baseline read() throws IOException, ConfigurationException {
    fields.begin("", "a baseline", KEYS);
    for (String key = fields.next(); key != null; key = fields.next()) {
      switch (key) {
        case "schema" -> schema = fields.text();
        case "tolerancePercent" ->
            tolerance = new Tolerance(fields.number("from 0 to 1000", MOST_PERCENT));
        default -> entries = entries();
      }
    }
    fields.end();
    if (schema == null || !schema.equals(Baseline.SCHEMA)) {
      throw fields.mistake(
          "schema: "
              + (schema == null ? "is missing" : "'" + schema + "' is not known")
              + "; allowed is "
              + Baseline.SCHEMA);
    }
    if (entries == null) {
      throw fields.mistake("entries: is missing; allowed is a list, which may be empty");
    }
    return new Baseline(fields.file(), tolerance, entries);
  }

  private List<BaselineEntry> entries() throws IOException, ConfigurationException {
    List<BaselineEntry> read = new ArrayList<>();
    fields.beginList("a list of entries");
    for (JsonToken token = fields.nextElement();
        token != JsonToken.END_ARRAY;
        token = fields.nextElement()) {
      read.add(BaselineEntryReader.read(fields, "entries[" + read.size() + "]"));
    }
    return read;
  }
}
