package dev.churnagent.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers for people, without {@code String.format} and the user's locale. */
public final class Numbers {
  private static final int MOST_DECIMALS = 9;

  private Numbers() {}

  /** A count with its thousands apart, e.g. {@code 12,345}. */
  public static String count(long number) {
    String digits = Long.toString(number);
    int first = number < 0 ? 1 : 0;
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** A number with at most so many decimals and no trailing zeros. */
  public static String decimal(double number, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * How many decimals two numbers need so that they don't look equal unless they are, at least
   * {@code atLeast}.
   */
  public static int decimalsToTellApart(double one, double other, int atLeast) {
    int decimals = atLeast;
    while (decimals < MOST_DECIMALS
        && one != other
        && decimal(one, decimals).equals(decimal(other, decimals))) {
      decimals++;
    }
    return decimals;
  }

  /** A duration in the unit that suits it, e.g. {@code 1.2 ms}, {@code 35 s}, {@code 4.5 min}. */
  public static String millis(double millis) {
    if (millis < 1) {
      return decimal(millis, 3) + " ms";
    }
    if (millis < 1_000) {
      return decimal(millis, millis < 10 ? 1 : 0) + " ms";
    }
    double seconds = millis / 1_000;
    if (seconds < 120) {
      return decimal(seconds, seconds < 10 ? 1 : 0) + " s";
    }
    double minutes = seconds / 60;
    return minutes < 120 ? decimal(minutes, 1) + " min" : decimal(minutes / 60, 1) + " h";
  }

  /** Rounds to six significant digits, which is more than any rate is known to. */
  static double sixDigits(double number) {
    if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
      return number;
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(number)));
    return BigDecimal.valueOf(number).setScale(5 - magnitude, RoundingMode.HALF_UP).doubleValue();
  }
}
