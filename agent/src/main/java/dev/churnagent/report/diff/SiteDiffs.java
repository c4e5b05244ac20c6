package dev.churnagent.report.diff;

import dev.churnagent.report.Report.Site;
import dev.churnagent.report.StableNames;
import dev.churnagent.report.Tolerance;
import dev.churnagent.report.diff.Diff.SiteDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Compares call sites, which are found again by class and method. */
final class SiteDiffs {
  private static final Pairing<Site> BY_METHOD =
      new Pairing<>() {
        @Override
        String key(Site site) {
          return StableNames.site(site);
        }

        @Override
        long place(Site site) {
          return site.line() == null ? -1 : site.line();
        }

        @Override
        double weight(Site site) {
          return site.connections() + site.failed();
        }
      };

  private static final Comparator<SiteDiff> WORST_FIRST =
      new Comparator<>() {
        @Override
        public int compare(SiteDiff one, SiteDiff other) {
          int order = Changes.compare(one.change(), one.figures(), other.change(), other.figures());
          return order != 0 ? order : one.site().compareTo(other.site());
        }
      };

  private SiteDiffs() {}

  /**
   * The rows.
   *
   * @param withMeans whether mean rates are told too, because the runs differ in length
   */
  static List<SiteDiff> of(
      List<Site> before, List<Site> after, Tolerance tolerance, boolean withMeans) {
    List<SiteDiff> rows = new ArrayList<>();
    for (Pair<Site> pair : BY_METHOD.pairs(before, after)) {
      rows.add(row(pair, tolerance, withMeans));
    }
    Collections.sort(rows, WORST_FIRST);
    return Collections.unmodifiableList(rows);
  }

  private static SiteDiff row(Pair<Site> pair, Tolerance tolerance, boolean withMeans) {
    Site a = pair.before();
    Site b = pair.after();
    Figures figures =
        new Figures(tolerance)
            .add(
                Figures.CONNECTIONS,
                a == null ? null : a.connections(),
                b == null ? null : b.connections())
            .add(Figures.FAILED, a == null ? null : a.failed(), b == null ? null : b.failed())
            .add(
                Figures.OPEN_AT_END,
                a == null ? null : a.openAtEnd(),
                b == null ? null : b.openAtEnd())
            .add(
                Figures.PEAK_OPEN, a == null ? null : a.peakOpen(), b == null ? null : b.peakOpen())
            .rate(
                Figures.PEAK_RATE,
                a == null ? null : a.peakRate(),
                b == null ? null : b.peakRate(),
                a != null,
                b != null);
    String change = Changes.of(pair, figures.all());
    if (withMeans) {
      figures.told(
          Figures.MEAN_RATE,
          a == null ? null : a.meanRatePerSecond(),
          b == null ? null : b.meanRatePerSecond());
    }
    Site named = pair.latest();
    String method = named.method();
    return new SiteDiff(
        method == null ? named.className() : named.className() + "." + method,
        a == null ? null : a.id(),
        b == null ? null : b.id(),
        a == null ? null : a.line(),
        b == null ? null : b.line(),
        change,
        Collections.unmodifiableList(figures.all()));
  }
}
