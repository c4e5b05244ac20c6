package dev.churnagent.report.diff;

import dev.churnagent.report.diff.Diff.Figure;
import java.util.List;

/** The words for what became of something, and what follows from them. */
public final class Changes {
  /** Only in the second report; counts as worse. */
  public static final String NEW = "new";

  /** Only in the first report; counts as better. */
  public static final String GONE = "gone";

  /** At least one figure is worse, whatever the others are. */
  public static final String WORSE = "worse";

  /** At least one figure is better and none is worse. */
  public static final String BETTER = "better";

  /** Every figure is within the tolerance. */
  public static final String SAME = "same";

  /** The verdict where some things are worse and others better. */
  public static final String MIXED = "mixed";

  private Changes() {}

  /** What became of a row that is in both reports. */
  static String of(List<Figure> figures) {
    String change = SAME;
    for (Figure figure : figures) {
      if (figure.change().equals(WORSE)) {
        return WORSE;
      }
      change = figure.change().equals(BETTER) ? BETTER : change;
    }
    return change;
  }

  /** What became of a row, which may be in one report only. */
  static String of(Pair<?> pair, List<Figure> figures) {
    return pair.before() == null ? NEW : pair.after() == null ? GONE : of(figures);
  }

  /** Whether it is bad news. */
  public static boolean isBad(String change) {
    return change.equals(NEW) || change.equals(WORSE);
  }

  /** Whether it is good news. */
  public static boolean isGood(String change) {
    return change.equals(GONE) || change.equals(BETTER);
  }

  /** Compares two rows: bad news first, then good news; of equals what weighs more. */
  static int compare(
      String change, List<Figure> figures, String otherChange, List<Figure> otherFigures) {
    int order = Integer.compare(rank(change), rank(otherChange));
    return order != 0
        ? order
        : Double.compare(Figures.weight(otherFigures), Figures.weight(figures));
  }

  /** 0 for bad news, 1 for good news, 2 for none. */
  static int rank(String change) {
    return isBad(change) ? 0 : isGood(change) ? 1 : 2;
  }
}
