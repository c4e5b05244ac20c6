package dev.churnagent.report.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of one report in the other by a key. Where several rows share a key, as the call
 * sites of one method do, they are paired in their order; if there are more of them on one side,
 * those are left over without which the others differ least.
 *
 * @param <T> the rows
 */
abstract class Pairing<T> {
  /** More than that are paired from the first on, since the best pairing takes long to find. */
  private static final long MOST_TRIES = 1_000_000;

  /** What a row is found by. */
  abstract String key(T row);

  /** Where a row stands among those of its key, the least first. */
  abstract long place(T row);

  /** How much of it there is. */
  abstract double weight(T row);

  /** All rows of both, in the order of the first report and then of the second. */
  List<Pair<T>> pairs(List<T> before, List<T> after) {
    Map<String, List<T>> first = grouped(before);
    Map<String, List<T>> second = grouped(after);
    List<Pair<T>> pairs = new ArrayList<>();
    for (Map.Entry<String, List<T>> group : first.entrySet()) {
      List<T> others = second.remove(group.getKey());
      addPairs(group.getValue(), others == null ? List.of() : others, pairs);
    }
    for (List<T> fresh : second.values()) {
      addPairs(List.of(), fresh, pairs);
    }
    return pairs;
  }

  private Map<String, List<T>> grouped(List<T> rows) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    for (T row : rows) {
      String key = key(row);
      List<T> group = groups.get(key);
      if (group == null) {
        group = new ArrayList<>();
        groups.put(key, group);
      }
      group.add(row);
    }
    for (List<T> group : groups.values()) {
      Collections.sort(
          group,
          new Comparator<>() {
            @Override
            public int compare(T one, T other) {
              return Long.compare(place(one), place(other));
            }
          });
    }
    return groups;
  }

  private void addPairs(List<T> before, List<T> after, List<Pair<T>> pairs) {
    boolean isGrown = after.size() > before.size();
    List<T> fewer = isGrown ? before : after;
    List<T> more = isGrown ? after : before;
    int[] partners = partners(weights(fewer), weights(more));
    int next = 0;
    for (int i = 0; i < more.size(); i++) {
      T partner = next < partners.length && partners[next] == i ? fewer.get(next++) : null;
      pairs.add(isGrown ? new Pair<>(partner, more.get(i)) : new Pair<>(more.get(i), partner));
    }
  }

  private double[] weights(List<T> rows) {
    double[] weights = new double[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(rows.get(i));
    }
    return weights;
  }

  /**
   * For each of the fewer its place among the more, in rising order, such that the sum of all
   * differences is the least.
   */
  static int[] partners(double[] fewer, double[] more) {
    int[] partners = new int[fewer.length];
    boolean isPlain = fewer.length == more.length || (long) fewer.length * more.length > MOST_TRIES;
    for (int i = 0; isPlain && i < partners.length; i++) {
      partners[i] = i;
    }
    if (isPlain) {
      return partners;
    }
    double[][] least = leastDifferences(fewer, more);
    int place = more.length;
    for (int i = fewer.length; i > 0; i--) {
      // Leave out what need not be taken: the first of equal ones is then the partner.
      while (place > i && least[i][place] == least[i][place - 1]) {
        place--;
      }
      partners[i - 1] = --place;
    }
    return partners;
  }

  /** For the first {@code i} of the fewer among the first {@code j} of the more. */
  private static double[][] leastDifferences(double[] fewer, double[] more) {
    double[][] least = new double[fewer.length + 1][more.length + 1];
    for (int i = 1; i <= fewer.length; i++) {
      least[i][i - 1] = Double.POSITIVE_INFINITY;
      for (int j = i; j <= more.length; j++) {
        double taken = least[i - 1][j - 1] + Math.abs(fewer[i - 1] - more[j - 1]);
        least[i][j] = Math.min(least[i][j - 1], taken);
      }
    }
    return least;
  }
}
