package dev.churnagent.report.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.churnagent.report.json.PrettyJson;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a comparison as JSON in UTF-8, its fields as {@link Diff} names them. */
public final class JsonDiffWriter {
  /** A whole number without a fraction, as reports write counts. */
  private static final class PlainNumbers extends JsonSerializer<Double> {
    @Override
    public void serialize(Double number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
        json.writeNumber(number.longValue());
      } else {
        json.writeNumber(number);
      }
    }
  }

  private JsonDiffWriter() {}

  /** Writes it, and flushes; does not close the stream. */
  public static void write(Diff diff, OutputStream out) throws IOException {
    try (JsonGenerator json = PrettyJson.to(out)) {
      write(diff, json);
      json.writeRaw('\n');
    }
  }

  /**
   * Writes it as one object of a larger text.
   *
   * @throws IOException if the generator's stream fails
   */
  public static void write(Diff diff, JsonGenerator json) throws IOException {
    mapper().writeValue(json, diff);
  }

  private static ObjectMapper mapper() {
    PlainNumbers plain = new PlainNumbers();
    return new ObjectMapper()
        .registerModule(
            new SimpleModule()
                .addSerializer(Double.class, plain)
                .addSerializer(Double.TYPE, plain));
  }
}
