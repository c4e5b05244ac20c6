package dev.churnagent.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate limit such as {@code 5/s}, {@code 300/min} or {@code 5/s over 10s}: at most {@code count}
 * per {@code unit} in any window of the given length.
 *
 * @param text as written
 * @param perSecond the allowed rate in events per second; finite, at least 0
 * @param window the sliding window's length; the unit itself unless {@code over} says otherwise
 */
public record Rate(String text, double perSecond, Duration window) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)\\s*/\\s*([a-z]+)(?:\\s+over\\s+(.+))?");

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
    Duration unit = TimeSpan.unit(matcher.group(2));
    String over = matcher.group(3);
    Duration window = over == null ? unit : TimeSpan.tryParse(over);
    // A rate per millisecond is nobody's wish, but a likely slip for "per minute".
    if (unit == null || unit.toSeconds() == 0 || window == null) {
      throw wrong(key, text);
    }
    double perSecond = Double.parseDouble(matcher.group(1)) / unit.toSeconds();
    return new Rate(text.trim(), perSecond, window);
  }

  private static ConfigurationException wrong(String key, String text) {
    return new ConfigurationException(
        key
            + ": '"
            + text
            + "' is not a rate; allowed is a number per s, min or h, then optionally a window, e.g."
            + " 5/s, 300/min or 5/s over 10s");
  }
}
