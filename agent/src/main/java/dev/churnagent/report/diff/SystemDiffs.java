package dev.churnagent.report.diff;

import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.TimeWait;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.SystemDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Compares what the port model says of each system. */
final class SystemDiffs {
  private static final Pairing<PortProfileUse> BY_SYSTEM =
      new Pairing<>() {
        @Override
        String key(PortProfileUse use) {
          return use.os();
        }

        @Override
        long place(PortProfileUse use) {
          return 0;
        }

        @Override
        double weight(PortProfileUse use) {
          return use.peakPorts();
        }
      };

  private static final Comparator<SystemDiff> WORST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(SystemDiff one, SystemDiff other) {
          return Changes.compare(one.change(), one.figures(), other.change(), other.figures());
        }
      };

  private SystemDiffs() {}

  /** The rows of the systems that both were replayed against; either report may know of none. */
  static List<SystemDiff> of(TimeWait before, TimeWait after, Tolerance tolerance) {
    List<SystemDiff> rows = new ArrayList<>();
    if (before == null || after == null) {
      return rows;
    }
    for (Pair<PortProfileUse> pair : BY_SYSTEM.pairs(before.profiles(), after.profiles())) {
      if (pair.before() != null && pair.after() != null) {
        rows.add(row(pair.before(), pair.after(), tolerance));
      }
    }
    Collections.sort(rows, WORST_FIRST);
    return Collections.unmodifiableList(rows);
  }

  private static SystemDiff row(PortProfileUse a, PortProfileUse b, Tolerance tolerance) {
    Figures figures =
        new Figures(tolerance)
            .add(Figures.TIME_WAIT_PEAK, a.peak(), b.peak())
            .add(Figures.PORT_USE, a.portUsePercent(), b.portUsePercent());
    if (a.hops() != b.hops()) {
      figures.add(Figures.HOPS, a.hops(), b.hops());
    }
    List<Diff.Figure> all = figures.all();
    return new SystemDiff(b.os(), b.hops(), Changes.of(all), Collections.unmodifiableList(all));
  }
}
