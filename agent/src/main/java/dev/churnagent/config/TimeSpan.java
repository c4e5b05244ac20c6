package dev.churnagent.config;

import java.time.Duration;

/** Lengths of time as a user writes them: a whole number and a unit, {@code 60s}, {@code 2min}. */
final class TimeSpan {
  private TimeSpan() {}

  /**
   * Parses a length of time.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} is none, or is 0, or too long to count in
   *     nanoseconds
   */
  static Duration parse(String key, String text) throws ConfigurationException {
    Duration span = tryParse(text.trim());
    if (span == null) {
      throw new ConfigurationException(
          key
              + ": '"
              + text
              + "' is not a length of time; allowed is a whole number above 0 and ms, s, min or h,"
              + " e.g. 60s");
    }
    return span;
  }

  /** The length of time, or null if {@code text} is none. */
  static Duration tryParse(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    Duration unit = unit(text.substring(digits).trim());
    if (digits == 0 || unit == null) {
      return null;
    }
    try {
      Duration span = unit.multipliedBy(Long.parseLong(text.substring(0, digits)));
      return span.toNanos() > 0 ? span : null;
    } catch (ArithmeticException | NumberFormatException tooLong) {
      return null;
    }
  }

  /** The unit's length, or null if there is no such unit. */
  static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s", "sec" -> Duration.ofSeconds(1);
      case "min", "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> null;
    };
  }
}
