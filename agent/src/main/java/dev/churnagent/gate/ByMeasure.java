package dev.churnagent.gate;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report.LimitResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries and violations in groups of one key each, the highest measure first. */
final class ByMeasure {
  /** The highest measure first; of equal ones the one that counts longest. */
  static final Comparator<BaselineEntry> ENTRIES =
      new Comparator<>() {
        @Override
        public int compare(BaselineEntry one, BaselineEntry other) {
          int order = Double.compare(other.measured(), one.measured());
          return order != 0 ? order : Long.compare(lastDay(other), lastDay(one));
        }
      };

  private ByMeasure() {}

  private static long lastDay(BaselineEntry entry) {
    return entry.expires() == null ? Long.MAX_VALUE : entry.expires().toEpochDay();
  }

  /** For each key the places of its violations in the list. */
  static Map<String, List<Integer>> violations(List<LimitResult> results) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      if (LimitResults.FAIL.equals(results.get(i).verdict())) {
        add(groups, BaselineKey.of(results.get(i)), i);
      }
    }
    for (List<Integer> places : groups.values()) {
      Collections.sort(places, highestOf(results));
    }
    return groups;
  }

  private static Comparator<Integer> highestOf(List<LimitResult> results) {
    return new Comparator<>() {
      @Override
      public int compare(Integer one, Integer other) {
        return Double.compare(results.get(other).measured(), results.get(one).measured());
      }
    };
  }

  static <T> void add(Map<String, List<T>> groups, String key, T element) {
    List<T> group = groups.get(key);
    if (group == null) {
      group = new ArrayList<>();
      groups.put(key, group);
    }
    group.add(element);
  }
}
