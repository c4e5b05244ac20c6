package dev.churnagent.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate limit such as {@code 5/s}, {@code 300/min} or {@code 5/s over 10s}: at most {@code count}
 * per {@code unit} in any window of the given length.
 *
 * @param text as written
 * @param perSecond the allowed rate in events per second
 * @param window the sliding window's length; the unit itself unless {@code over} says otherwise
 */
public record Rate(String text, double perSecond, Duration window) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*/\\s*(s|sec|min|m|h)(?:\\s+over\\s+(\\d+)\\s*(ms|s|sec|min|m|h))?");

  /** The default window in the report's {@code peakRate}. */
  public static final Duration DEFAULT_WINDOW = Duration.ofSeconds(1);

  /**
   * Parses a rate.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} is no rate
   */
  public static Rate parse(String key, String text) throws ConfigurationException {
    Matcher matcher = FORM.matcher(text.trim());
    if (!matcher.matches()) {
      throw wrong(key, text);
    }
    Duration unit = unit(matcher.group(2));
    Duration window = unit;
    try {
      if (matcher.group(3) != null) {
        window = unit(matcher.group(4)).multipliedBy(Long.parseLong(matcher.group(3)));
      }
      window.toNanos();
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(key, text);
    }
    if (window.isZero()) {
      throw wrong(key, text);
    }
    double perSecond = new BigDecimal(matcher.group(1)).doubleValue() / unit.toSeconds();
    return new Rate(text.trim(), perSecond, window);
  }

  private static ConfigurationException wrong(String key, String text) {
    return new ConfigurationException(
        key + ": '" + text + "' is not a rate; allowed is e.g. 5/s, 300/min or 5/s over 10s");
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s", "sec" -> Duration.ofSeconds(1);
      case "min", "m" -> Duration.ofMinutes(1);
      default -> Duration.ofHours(1);
    };
  }
}
