package dev.churnagent.gate;

import dev.churnagent.analysis.LimitMeasurement;
import dev.churnagent.config.Limit;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.LimitResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accepts today's violations, with what is known of them from the baseline before. What is still
 * within the tolerance of its entry leaves it as it is: the file does not change with every jitter,
 * and being written again and again accepts nothing that creeps up.
 */
public final class BaselineUpdate {
  /**
   * What the user says of what is accepted now.
   *
   * @param reason for entries that are new, worse, renewed, or have none yet; null: a sentence that
   *     asks for one, or the reason that there was
   * @param expires for entries that are new or renewed; null: never
   * @param saysExpiry whether the user said when, or that never
   */
  public record Wish(String reason, LocalDate expires, boolean saysExpiry, LocalDate today) {}

  /** How many entries came to be how. */
  public record Counts(int kept, int fresh, int worse, int better, int renewed, int dropped) {}

  private static final Comparator<BaselineEntry> IN_FILE =
      new Comparator<>() {
        @Override
        public int compare(BaselineEntry one, BaselineEntry other) {
          int order = one.limit().compareTo(other.limit());
          order = order != 0 ? order : one.subject().compareTo(other.subject());
          return order != 0 ? order : ByMeasure.ENTRIES.compare(one, other);
        }
      };

  private final Baseline before;
  private final List<Limit> limits;
  private final Wish wish;
  private final List<BaselineEntry> entries = new ArrayList<>();
  private final List<BaselineEntry> undecided = new ArrayList<>();
  private int kept;
  private int fresh;
  private int worse;
  private int better;
  private int renewed;
  private int dropped;

  /**
   * Accepts what the reports violate.
   *
   * @param reports wholly measured, and judged without a baseline
   * @param before what was accepted up to now, maybe nothing
   * @param limits those that the reports were judged by
   */
  public BaselineUpdate(List<Report> reports, Baseline before, List<Limit> limits, Wish wish) {
    this.before = before;
    this.limits = limits;
    this.wish = wish;
    Map<String, List<BaselineEntry>> known = new LinkedHashMap<>();
    for (BaselineEntry entry : before.entries()) {
      ByMeasure.add(known, entry.key(), entry);
    }
    for (Map.Entry<String, List<LimitResult>> group : violations(reports).entrySet()) {
      List<BaselineEntry> old = known.remove(group.getKey());
      accept(group.getValue(), old == null ? new ArrayList<>() : old);
    }
    for (List<BaselineEntry> needless : known.values()) {
      dropped += needless.size();
    }
    Collections.sort(entries, IN_FILE);
  }

  /**
   * For each key, today's violations, the highest first. Reports are judged each on its own, so the
   * highest measure of each rank in any of them is what must be accepted.
   */
  private static Map<String, List<LimitResult>> violations(List<Report> reports) {
    Map<String, List<LimitResult>> all = new LinkedHashMap<>();
    for (Report report : reports) {
      List<LimitResult> results = report.limits();
      for (Map.Entry<String, List<Integer>> group : ByMeasure.violations(results).entrySet()) {
        List<LimitResult> ranks = all.get(group.getKey());
        if (ranks == null) {
          ranks = new ArrayList<>();
          all.put(group.getKey(), ranks);
        }
        for (int rank = 0; rank < group.getValue().size(); rank++) {
          LimitResult result = results.get(group.getValue().get(rank));
          if (rank == ranks.size()) {
            ranks.add(result);
          } else if (result.measured() > ranks.get(rank).measured()) {
            ranks.set(rank, result);
          }
        }
      }
    }
    return all;
  }

  /** First what is accepted already, then what became worse, then what is new. */
  private void accept(List<LimitResult> violations, List<BaselineEntry> old) {
    old.sort(ByMeasure.ENTRIES);
    List<LimitResult> left = new ArrayList<>();
    int next = 0;
    for (LimitResult result : violations) {
      boolean isCovered =
          next < old.size()
              && !LimitMeasurement.exceeds(result.measured(), before.most(old.get(next), limits));
      if (isCovered) {
        keep(result, old.get(next++));
      } else {
        left.add(result);
      }
    }
    for (LimitResult result : left) {
      if (next < old.size()) {
        change(result, old.get(next++));
      } else {
        fresh++;
        entries.add(entry(result, result.measured(), wish.today(), wish.expires(), reason(null)));
      }
    }
    dropped += old.size() - next;
  }

  private void keep(LimitResult result, BaselineEntry entry) {
    boolean isBetter = before.isBetter(entry, result, limits);
    double measured = isBetter ? result.measured() : entry.measured();
    if (entry.isExpired(wish.today())) {
      renew(result, measured, entry);
      return;
    }
    String reason = entry.isWithoutReason() ? reason(entry) : entry.reason();
    entries.add(entry(result, measured, entry.accepted(), entry.expires(), reason));
    if (isBetter) {
      better++;
    } else {
      kept++;
    }
  }

  private void change(LimitResult result, BaselineEntry entry) {
    if (entry.isExpired(wish.today())) {
      renew(result, result.measured(), entry);
      return;
    }
    worse++;
    entries.add(entry(result, result.measured(), wish.today(), entry.expires(), reason(entry)));
  }

  /** What was accepted for a time only is not accepted for ever by being written again. */
  private void renew(LimitResult result, double measured, BaselineEntry entry) {
    renewed++;
    if (!wish.saysExpiry()) {
      undecided.add(entry);
    }
    entries.add(entry(result, measured, wish.today(), wish.expires(), reason(entry)));
  }

  private String reason(BaselineEntry entry) {
    if (wish.reason() != null) {
      return wish.reason();
    }
    return entry == null ? BaselineEntry.NO_REASON : entry.reason();
  }

  private static BaselineEntry entry(
      LimitResult result, double measured, LocalDate accepted, LocalDate expires, String reason) {
    return new BaselineEntry(
        result.limit(),
        BaselineKey.stable(result.limit(), result.subject()),
        measured,
        result.unit(),
        accepted,
        expires,
        reason);
  }

  /** Entries that have expired and are still needed, while the user did not say until when. */
  public List<BaselineEntry> undecided() {
    return undecided;
  }

  /** How many entries came to be how. */
  public Counts counts() {
    return new Counts(kept, fresh, worse, better, renewed, dropped);
  }

  /** What is accepted from now on. */
  public Baseline baseline() {
    return new Baseline(before.shown(), before.tolerance(), Collections.unmodifiableList(entries));
  }
}
