package dev.churnagent.report.diff;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.StableNames;
import dev.churnagent.report.diff.Diff.LimitDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Compares verdicts of limits, which are found again by limit and subject without its line. */
final class LimitDiffs {
  private static final Pairing<LimitResult> BY_SUBJECT =
      new Pairing<>() {
        @Override
        String key(LimitResult result) {
          return result.limit() + '\n' + subject(result);
        }

        @Override
        long place(LimitResult result) {
          return StableNames.line(result.subject());
        }

        @Override
        double weight(LimitResult result) {
          return result.measured() == null ? 0 : result.measured();
        }
      };

  private static final Comparator<LimitDiff> WORST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(LimitDiff one, LimitDiff other) {
          int order = Integer.compare(Changes.rank(one.change()), Changes.rank(other.change()));
          order = order != 0 ? order : one.limit().compareTo(other.limit());
          return order != 0 ? order : one.subject().compareTo(other.subject());
        }
      };

  private LimitDiffs() {}

  static List<LimitDiff> of(List<LimitResult> before, List<LimitResult> after) {
    List<LimitDiff> rows = new ArrayList<>();
    for (Pair<LimitResult> pair : BY_SUBJECT.pairs(before, after)) {
      LimitResult named = pair.latest();
      rows.add(
          new LimitDiff(
              named.limit(),
              named.subject(),
              pair.before() == null ? null : pair.before().verdict(),
              pair.after() == null ? null : pair.after().verdict(),
              change(pair)));
    }
    Collections.sort(rows, WORST_FIRST);
    return Collections.unmodifiableList(rows);
  }

  /**
   * A limit has a line for each site that it holds for: one more line that passes is no news, and
   * one that fails is worse, whether it was there before or not.
   */
  private static String change(Pair<LimitResult> pair) {
    int before = gravity(pair.before());
    int after = gravity(pair.after());
    if (before < 0 || after < 0 || before == after) {
      return Changes.SAME;
    }
    return after > before ? Changes.WORSE : Changes.BETTER;
  }

  /** How bad a verdict is; -1 if there is one that says nothing. */
  private static int gravity(LimitResult result) {
    if (result == null || LimitResults.PASS.equals(result.verdict())) {
      return 0;
    }
    return LimitResults.FAIL.equals(result.verdict())
        ? 2
        : LimitResults.ACCEPTED.equals(result.verdict()) ? 1 : -1;
  }

  private static String subject(LimitResult result) {
    return result.limit().startsWith("max-duplicates:")
        ? StableNames.target(result.subject())
        : StableNames.place(result.subject());
  }
}
