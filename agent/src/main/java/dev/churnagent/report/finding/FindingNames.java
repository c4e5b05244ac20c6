package dev.churnagent.report.finding;

import dev.churnagent.analysis.fetch.ShortHash;
import dev.churnagent.report.Report.LimitResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names findings so that they are recognised in the next run, when code has moved up or down. Two
 * of one name (two lines of a method that open connections) are told apart by their order of line.
 */
final class FindingNames {
  private final Map<String, Integer> met = new HashMap<>();

  /** {@code name} for the first of this limit, then {@code name #2}, {@code name #3}. */
  String unique(String limit, String name) {
    String key = limit + '\n' + name;
    Integer before = met.get(key);
    int number = before == null ? 1 : before + 1;
    met.put(key, number);
    return number == 1 ? name : name + " #" + number;
  }

  /**
   * The hash of what stays the same: another allowance, line or measure makes no other finding.
   *
   * @param name as {@link #unique} gave it for {@link #selectors}
   */
  static String fingerprint(String selectors, String name) {
    return ShortHash.of(selectors + '\n' + name);
  }

  /** The limit without its value: {@code max-rate (site com.acme.flow.**)}. */
  static String selectors(FindingKind kind, LimitResult result) {
    int bracket = result.limit().indexOf(" (");
    return bracket < 0 ? kind.id() : kind.id() + result.limit().substring(bracket);
  }

  /** A subject without the line in {@code (StepA.java:42)}; others stay as they are. */
  static String withoutLine(String subject) {
    int end = subject.length() - 1;
    if (end < 0 || subject.charAt(end) != ')') {
      return subject;
    }
    int colon = end;
    while (colon > 0 && Character.isDigit(subject.charAt(colon - 1))) {
      colon--;
    }
    boolean isLine = colon < end && colon > 0 && subject.charAt(colon - 1) == ':';
    return isLine ? subject.substring(0, colon - 1) + ")" : subject;
  }

  /** The places of the results in the order of their subjects' lines. */
  static Integer[] byLine(List<LimitResult> results) {
    Integer[] places = new Integer[results.size()];
    int[] lines = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
      lines[i] = line(results.get(i).subject());
    }
    Arrays.sort(
        places,
        new Comparator<>() {
          @Override
          public int compare(Integer one, Integer other) {
            return Integer.compare(lines[one], lines[other]);
          }
        });
    return places;
  }

  /** The line in the subject, or 0. */
  static int line(String subject) {
    String without = withoutLine(subject);
    if (without.length() == subject.length()) {
      return 0;
    }
    String digits = subject.substring(without.length(), subject.length() - 1);
    // More digits than a line number can have make no order worth an exception.
    return digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }
}
