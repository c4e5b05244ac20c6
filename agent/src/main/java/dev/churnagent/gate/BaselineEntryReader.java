package dev.churnagent.gate;

import dev.churnagent.config.ConfigurationException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Reads one entry of a baseline. */
final class BaselineEntryReader {
  private static final List<String> KEYS =
      List.of("limit", "subject", "measured", "unit", "accepted", "expires", "reason");
  private static final String NEEDED = "each entry needs limit, subject and measured";

  private BaselineEntryReader() {}

  /**
   * Reads the entry at which {@code fields} stands.
   *
   * @param name what to call it in messages
   */
  static BaselineEntry read(BaselineFields fields, String name)
      throws IOException, ConfigurationException {
    String start = fields.position();
    String limit = null;
    String subject = null;
    Double measured = null;
    String unit = null;
    LocalDate accepted = null;
    LocalDate expires = null;
    String reason = null;
    fields.beginNested(name + ".", name, "an entry", KEYS);
    for (String key = fields.next(); key != null; key = fields.next()) {
      switch (key) {
        case "limit" -> limit = fields.text();
        case "subject" -> subject = fields.text();
        case "measured" -> measured = fields.number("of at least 0", Double.MAX_VALUE);
        case "unit" -> unit = fields.textOrNull();
        case "accepted" -> accepted = fields.dateOrNull();
        case "expires" -> expires = fields.dateOrNull();
        default -> reason = fields.textOrNull();
      }
    }
    String missing =
        limit == null ? "limit" : subject == null ? "subject" : measured == null ? "measured" : "";
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          start + ": " + name + ": has no '" + missing + "'; " + NEEDED);
    }
    return new BaselineEntry(
        limit,
        BaselineKey.stable(limit, subject),
        measured,
        unit,
        accepted,
        expires,
        reason == null ? BaselineEntry.NO_REASON : reason);
  }
}
