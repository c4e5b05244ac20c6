package dev.churnagent.report.diff;

import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.StableNames;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.ChainDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Compares chains, which are found again by shape, root and target; accepted ones are left out. */
final class ChainDiffs {
  private static final Pairing<Chain> BY_SHAPE =
      new Pairing<>() {
        @Override
        String key(Chain chain) {
          return chain.shape()
              + '\n'
              + StableNames.method(chain.root())
              + '\n'
              + StableNames.target(target(chain));
        }

        @Override
        long place(Chain chain) {
          return 0;
        }

        @Override
        double weight(Chain chain) {
          return chain.avoidableCalls();
        }
      };

  private static final Comparator<ChainDiff> WORST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(ChainDiff one, ChainDiff other) {
          int order = Changes.compare(one.change(), one.figures(), other.change(), other.figures());
          order = order != 0 ? order : one.root().compareTo(other.root());
          return order != 0 ? order : one.target().compareTo(other.target());
        }
      };

  private ChainDiffs() {}

  /** The rows; neither list may be null. */
  static List<ChainDiff> of(List<Chain> before, List<Chain> after, Tolerance tolerance) {
    List<ChainDiff> rows = new ArrayList<>();
    for (Pair<Chain> pair : BY_SHAPE.pairs(counted(before), counted(after))) {
      rows.add(row(pair, tolerance));
    }
    Collections.sort(rows, WORST_FIRST);
    return Collections.unmodifiableList(rows);
  }

  private static ChainDiff row(Pair<Chain> pair, Tolerance tolerance) {
    Chain a = pair.before();
    Chain b = pair.after();
    List<Diff.Figure> figures =
        new Figures(tolerance)
            .add(
                Figures.AVOIDABLE_CALLS,
                a == null ? null : a.avoidableCalls(),
                b == null ? null : b.avoidableCalls())
            .add(
                Figures.AVOIDABLE_CONNECTIONS,
                a == null ? null : a.avoidableConnections(),
                b == null ? null : b.avoidableConnections())
            .add(Figures.CALLS, a == null ? null : a.calls(), b == null ? null : b.calls())
            .all();
    Chain named = pair.latest();
    return new ChainDiff(
        named.root(),
        named.shape(),
        target(named),
        a == null ? null : a.id(),
        b == null ? null : b.id(),
        Changes.of(pair, figures),
        Collections.unmodifiableList(figures));
  }

  private static String target(Chain chain) {
    return chain.target() == null ? "" : chain.target();
  }

  /** What the user accepts is no news, whatever becomes of it. */
  private static List<Chain> counted(List<Chain> chains) {
    List<Chain> counted = new ArrayList<>();
    for (Chain chain : chains) {
      if (chain.ignored() == null) {
        counted.add(chain);
      }
    }
    return counted;
  }

  /** Avoidable calls over all chains that are not accepted; null if fetches were not recorded. */
  static Long avoidableCalls(List<Chain> chains) {
    if (chains == null) {
      return null;
    }
    long calls = 0;
    for (Chain chain : counted(chains)) {
      calls += chain.avoidableCalls();
    }
    return calls;
  }
}
