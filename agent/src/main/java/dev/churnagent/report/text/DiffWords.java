package dev.churnagent.report.text;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.diff.Changes;
import dev.churnagent.report.diff.Diff.Figure;
import java.util.List;

/** The figures of a comparison in words. */
final class DiffWords {
  private static final int DECIMALS = 2;
  private static final String UNKNOWN = "not known";

  private DiffWords() {}

  /** What a figure is of. */
  static String name(String name) {
    return switch (name) {
      case "openAtEnd" -> "open at the end";
      case "peakOpen" -> "open at once";
      case "peakRatePerSecond" -> "highest rate";
      case "meanRatePerSecond" -> "mean rate";
      case "avoidableCalls" -> "avoidable calls";
      case "avoidableConnections" -> "avoidable connections";
      case "timeWaitPeak" -> "TIME_WAIT";
      case "portUsePercent" -> "of the ports";
      case "portExhaustionErrors" -> "out of ports";
      case "durationSeconds" -> "length";
      default -> name;
    };
  }

  /** One of a figure's numbers, with as many decimals as it needs not to look like the other. */
  static String value(Figure figure, Double number) {
    if (number == null) {
      return UNKNOWN;
    }
    String unit =
        switch (figure.name()) {
          case "peakRatePerSecond", "meanRatePerSecond" -> "/s";
          case "portUsePercent" -> " %";
          case "durationSeconds" -> " s";
          default -> "";
        };
    return Numbers.decimal(number, decimals(figure)) + unit;
  }

  private static int decimals(Figure figure) {
    return figure.before() == null || figure.after() == null
        ? DECIMALS
        : Numbers.decimalsToTellApart(figure.before(), figure.after(), DECIMALS);
  }

  /** {@code (+78 %)} where a figure changed, and was not 0 before. */
  static String percent(Figure figure) {
    if (figure.change().equals(Changes.SAME) || figure.before() == null || figure.before() == 0) {
      return "";
    }
    double percent = (figure.after() / figure.before() - 1) * 100;
    int decimals = Math.abs(percent) < 1 ? DECIMALS : 0;
    return " (" + (percent > 0 ? "+" : "") + Numbers.decimal(percent, decimals) + " %)";
  }

  /** Of a row in both reports what changed; of one in one report what it has. */
  static String figures(List<Figure> figures, String change) {
    StringBuilder text = new StringBuilder();
    for (Figure figure : figures) {
      boolean isBefore = change.equals(Changes.GONE);
      boolean isAlone = isBefore || change.equals(Changes.NEW);
      Double alone = isBefore ? figure.before() : figure.after();
      if (isAlone ? alone == null || alone == 0 : figure.change().equals(Changes.SAME)) {
        continue;
      }
      text.append(text.length() == 0 ? "" : ", ").append(name(figure.name())).append(' ');
      if (isAlone) {
        text.append(value(figure, alone));
      } else {
        text.append(value(figure, figure.before()))
            .append(" -> ")
            .append(value(figure, figure.after()))
            .append(percent(figure));
      }
    }
    return text.toString();
  }
}
