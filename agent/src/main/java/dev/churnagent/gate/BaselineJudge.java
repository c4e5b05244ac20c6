package dev.churnagent.gate;

import dev.churnagent.analysis.LimitMeasurement;
import dev.churnagent.config.Limit;
import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes what a baseline accepts out of the violations of one report.
 *
 * <p>Of one limit and one method there may be several violations and several entries, because lines
 * do not count. The highest measure is held to the highest entry, the next to the next; one that is
 * too high for all that are left fails, and takes none. So each entry accepts one violation at
 * most, and a call site that is new in a method is never hidden by another one that was accepted.
 */
final class BaselineJudge {
  private final Baseline baseline;
  private final List<Limit> limits;
  private final LocalDate today;
  private final Map<String, List<BaselineEntry>> live = new HashMap<>();
  private final Map<String, BaselineEntry> expired = new HashMap<>();

  /** Entries that accepted a violation, or one of whose kind is worse. */
  private final Set<BaselineEntry> needed = Collections.newSetFromMap(new IdentityHashMap<>());

  BaselineJudge(Baseline baseline, List<Limit> limits, LocalDate today) {
    this.baseline = baseline;
    this.limits = limits;
    this.today = today;
    for (BaselineEntry entry : baseline.entries()) {
      if (entry.isExpired(today)) {
        expired.put(entry.key(), entry);
      } else {
        ByMeasure.add(live, entry.key(), entry);
      }
    }
    for (List<BaselineEntry> entries : live.values()) {
      entries.sort(ByMeasure.ENTRIES);
    }
  }

  /** The report's results, in their order, with the verdict {@code accepted} where one is. */
  List<LimitResult> judge(Report report) {
    List<LimitResult> results = new ArrayList<>(report.limits());
    for (Map.Entry<String, List<Integer>> group : ByMeasure.violations(results).entrySet()) {
      String key = group.getKey();
      judge(results, group.getValue(), live.getOrDefault(key, List.of()), expired.get(key));
    }
    return results;
  }

  private void judge(
      List<LimitResult> results,
      List<Integer> violations,
      List<BaselineEntry> entries,
      BaselineEntry lapsed) {
    int next = 0;
    for (int place : violations) {
      LimitResult result = results.get(place);
      BaselineEntry entry = next < entries.size() ? entries.get(next) : null;
      if (entry != null && covers(entry, result)) {
        results.set(place, accepted(result, entry));
        needed.add(entry);
        next++;
      } else {
        // The place of what got worse is not free for others, and not needless either.
        results.set(place, failed(result, entry, lapsed));
        needed.addAll(entries.subList(next, entries.size()));
      }
    }
  }

  private boolean covers(BaselineEntry entry, LimitResult result) {
    return !LimitMeasurement.exceeds(result.measured(), baseline.most(entry, limits));
  }

  private static LimitResult accepted(LimitResult result, BaselineEntry entry) {
    String since = entry.accepted() == null ? "accepted" : "accepted on " + entry.accepted();
    String until = entry.expires() == null ? "" : " until " + entry.expires();
    return result.judged(LimitResults.ACCEPTED, since + until + ": " + entry.reason());
  }

  private LimitResult failed(LimitResult result, BaselineEntry entry, BaselineEntry lapsed) {
    if (entry != null) {
      String percent = BaselineWords.tolerance(baseline.tolerance(result.limit(), limits));
      return result.judged(
          LimitResults.FAIL,
          "worse than accepted: "
              + BaselineWords.number(entry.measured(), result.measured())
              + percent);
    }
    if (lapsed != null) {
      return result.judged(
          LimitResults.FAIL, "was accepted until " + lapsed.expires() + ": " + lapsed.reason());
    }
    return result;
  }

  /** Entries whose day has passed, in the file's order. */
  List<BaselineEntry> expired() {
    List<BaselineEntry> passed = new ArrayList<>();
    for (BaselineEntry entry : baseline.entries()) {
      if (entry.isExpired(today)) {
        passed.add(entry);
      }
    }
    return passed;
  }

  /** Entries that count and that no report so far needed, in the file's order. */
  List<BaselineEntry> unneeded() {
    List<BaselineEntry> unneeded = new ArrayList<>();
    for (BaselineEntry entry : baseline.entries()) {
      if (!entry.isExpired(today) && !needed.contains(entry)) {
        unneeded.add(entry);
      }
    }
    return unneeded;
  }
}
