package dev.churnagent.config;

import java.time.Duration;

/**
 * A rate limit such as {@code 5/s}, {@code 300/min} or {@code 5/s over 10s}: at most {@code count}
 * per {@code unit} in any window of the given length.
 *
 * @param text as written
 * @param perSecond the allowed rate in events per second; finite, at least 0
 * @param window the sliding window's length; the unit itself unless {@code over} says otherwise
 */
public record Rate(String text, double perSecond, Duration window) {
  /** The default window in the report's {@code peakRate}. */
  public static final Duration DEFAULT_WINDOW = Duration.ofSeconds(1);

  private static final String OVER = " over ";
  private static final int MAX_COUNT_LENGTH = 30;

  /**
   * Parses a rate.
   *
   * @param key the option it stands in, for the message
   * @throws ConfigurationException if {@code text} is no rate
   */
  public static Rate parse(String key, String text) throws ConfigurationException {
    String trimmed = text.trim();
    int over = trimmed.indexOf(OVER);
    String ratio = over < 0 ? trimmed : trimmed.substring(0, over);
    int slash = ratio.indexOf('/');
    String count = slash < 0 ? "" : ratio.substring(0, slash).trim();
    Duration unit = slash < 0 ? null : TimeSpan.unit(ratio.substring(slash + 1).trim());
    Duration window =
        over < 0 ? unit : TimeSpan.tryParse(trimmed.substring(over + OVER.length()).trim());
    // A rate per millisecond is nobody's wish, but a likely slip for "per minute".
    if (!isDecimal(count) || unit == null || unit.toSeconds() == 0 || window == null) {
      throw new ConfigurationException(
          key
              + ": '"
              + text
              + "' is not a rate; allowed is a number per s, min or h, then optionally a window,"
              + " e.g. 5/s, 300/min or 5/s over 10s");
    }
    return new Rate(trimmed, Double.parseDouble(count) / unit.toSeconds(), window);
  }

  /** Digits, with one point between them at most; so no sign, exponent or NaN. */
  static boolean isDecimal(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean between = i > 0 && i < text.length() - 1;
      if (c == '.' && between) {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_COUNT_LENGTH && points <= 1;
  }
}
