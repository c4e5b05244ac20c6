package dev.churnagent.report.diff;

import dev.churnagent.report.Report.EndpointUse;
import dev.churnagent.report.StableNames;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.EndpointDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Compares far ends by address, on this machine without a port that the system chose. */
final class EndpointDiffs {
  private static final Pairing<EndpointUse> BY_ADDRESS =
      new Pairing<>() {
        @Override
        String key(EndpointUse endpoint) {
          return StableNames.target(endpoint.address());
        }

        @Override
        long place(EndpointUse endpoint) {
          return 0;
        }

        @Override
        double weight(EndpointUse endpoint) {
          return endpoint.connections() + endpoint.failed();
        }
      };

  private static final Comparator<EndpointDiff> WORST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(EndpointDiff one, EndpointDiff other) {
          int order = Changes.compare(one.change(), one.figures(), other.change(), other.figures());
          return order != 0 ? order : one.address().compareTo(other.address());
        }
      };

  private EndpointDiffs() {}

  static List<EndpointDiff> of(
      List<EndpointUse> before, List<EndpointUse> after, Tolerance tolerance) {
    List<EndpointDiff> rows = new ArrayList<>();
    for (Pair<EndpointUse> pair : BY_ADDRESS.pairs(before, after)) {
      rows.add(row(pair, tolerance));
    }
    Collections.sort(rows, WORST_FIRST);
    return Collections.unmodifiableList(rows);
  }

  private static EndpointDiff row(Pair<EndpointUse> pair, Tolerance tolerance) {
    EndpointUse a = pair.before();
    EndpointUse b = pair.after();
    List<Diff.Figure> figures =
        new Figures(tolerance)
            .add(
                Figures.CONNECTIONS,
                a == null ? null : a.connections(),
                b == null ? null : b.connections())
            .add(Figures.FAILED, a == null ? null : a.failed(), b == null ? null : b.failed())
            .rate(
                Figures.PEAK_RATE,
                a == null ? null : a.peakRate(),
                b == null ? null : b.peakRate(),
                a != null,
                b != null)
            .add(
                Figures.TIME_WAIT_PEAK,
                a == null ? null : a.timeWaitPeak(),
                b == null ? null : b.timeWaitPeak())
            .all();
    return new EndpointDiff(
        pair.latest().address(), Changes.of(pair, figures), Collections.unmodifiableList(figures));
  }
}
