package dev.churnagent.gate;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates by hand: the JDK's parser loads hundreds of classes before {@code main}. */
public final class Dates {
  private static final int LENGTH = 10;

  private Dates() {}

  /** The date, e.g. {@code 2026-12-31}, or null if {@code text} is none. */
  public static LocalDate parse(String text) {
    boolean isDate = text.length() == LENGTH;
    for (int i = 0; isDate && i < LENGTH; i++) {
      char c = text.charAt(i);
      isDate = i == 4 || i == 7 ? c == '-' : c >= '0' && c <= '9';
    }
    if (!isDate) {
      return null;
    }
    try {
      return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, LENGTH));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
