package dev.churnagent.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes numbers for people, without {@code String.format} and the user's locale. By plain
 * arithmetic: the first {@code BigDecimal} of a JVM costs 20 ms on JDK 25, at the end of every run.
 */
public final class Numbers {
  private static final int MOST_DECIMALS = 9;

  /** Doubles below this hold every integer. */
  private static final double EXACT_INTEGERS = 1L << 53;

  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

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

  /** A count with its noun, e.g. {@code 1 call} or {@code 12 calls}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number with at most so many decimals and no trailing zeros. */
  public static String decimal(double number, int decimals) {
    double scaled = Math.abs(number) * POWERS_OF_TEN[decimals];
    if (!(scaled < EXACT_INTEGERS)) {
      return BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
    long digits = Math.round(scaled);
    int remaining = decimals;
    for (; remaining > 0 && digits % 10 == 0; remaining--) {
      digits /= 10;
    }
    StringBuilder text = new StringBuilder().append(digits);
    while (text.length() <= remaining) {
      text.insert(0, '0');
    }
    if (remaining > 0) {
      text.insert(text.length() - remaining, '.');
    }
    return number < 0 && digits != 0 ? text.insert(0, '-').toString() : text.toString();
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
    int decimals = 5 - (int) Math.floor(Math.log10(Math.abs(number)));
    // A power of ten up to 10^22 is exact, and so the division rounds only once.
    return Math.abs(decimals) >= POWERS_OF_TEN.length
        ? number
        : decimals >= 0
            ? Math.rint(number * POWERS_OF_TEN[decimals]) / POWERS_OF_TEN[decimals]
            : Math.rint(number / POWERS_OF_TEN[-decimals]) * POWERS_OF_TEN[-decimals];
  }
}
