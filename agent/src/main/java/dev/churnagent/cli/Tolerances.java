package dev.churnagent.cli;

import dev.churnagent.report.Tolerance;

/** Reads {@code --tolerance}. */
final class Tolerances {
  private static final double MOST = 1_000;

  private Tolerances() {}

  /** The tolerance; the default if {@code text} is null. */
  static Tolerance parse(String text) throws CommandException {
    if (text == null) {
      return Tolerance.DEFAULT;
    }
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    double percent;
    try {
      percent = Double.parseDouble(number.strip());
    } catch (NumberFormatException e) {
      percent = -1;
    }
    if (!(percent >= 0 && percent <= MOST)) {
      throw new CommandException(
          "--tolerance: '" + text + "' is no such number; allowed are percent from 0 to 1000");
    }
    return new Tolerance(percent);
  }
}
