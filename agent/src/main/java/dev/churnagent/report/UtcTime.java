package dev.churnagent.report;

/**
 * Writes a time as ISO-8601 in UTC with milliseconds, e.g. {@code 2026-11-22T15:30:12.345Z}. By
 * hand, since the JDK's formatters load hundreds of classes into a JVM that is about to end.
 */
final class UtcTime {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int EPOCH_IN_ERAS = 719_468;

  private UtcTime() {}

  /** The text for a time in nanoseconds since the epoch. */
  static String of(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
    int millis = (int) (Math.floorMod(epochNanos, NANOS_PER_SECOND) / 1_000_000);
    int second = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
    StringBuilder text = new StringBuilder(24);
    date(text, Math.floorDiv(seconds, SECONDS_PER_DAY));
    padded(text.append('T'), second / 3600, 2);
    padded(text.append(':'), second / 60 % 60, 2);
    padded(text.append(':'), second % 60, 2);
    padded(text.append('.'), millis, 3);
    return text.append('Z').toString();
  }

  /** From one time to another, both as {@link #of} writes them. */
  static long millisBetween(String from, String to) {
    return epochMillis(to) - epochMillis(from);
  }

  private static long epochMillis(String text) {
    int month = number(text, 5, 7);
    long year = number(text, 0, 4) - (month <= 2 ? 1 : 0);
    long era = Math.floorDiv(year, 400);
    long yearOfEra = year - era * 400;
    int monthFromMarch = month > 2 ? month - 3 : month + 9;
    long dayOfYear = (153L * monthFromMarch + 2) / 5 + number(text, 8, 10) - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    long day = era * DAYS_PER_ERA + dayOfEra - EPOCH_IN_ERAS;
    long minutes = day * 1_440 + number(text, 11, 13) * 60L + number(text, 14, 16);
    // A report of another version may have no fraction.
    int millis = text.length() == 24 ? number(text, 20, 23) : 0;
    return (minutes * 60 + number(text, 17, 19)) * 1_000 + millis;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** Days since the epoch to a date, counting in eras of 400 years that begin on 1 March. */
  private static void date(StringBuilder text, long epochDay) {
    long day = epochDay + EPOCH_IN_ERAS;
    long era = Math.floorDiv(day, DAYS_PER_ERA);
    int dayOfEra = Math.floorMod(day, DAYS_PER_ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    padded(text, (int) year, 4);
    padded(text.append('-'), month, 2);
    padded(text.append('-'), dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
  }

  private static void padded(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    for (int i = digits.length(); i < width; i++) {
      text.append('0');
    }
    text.append(digits);
  }
}
