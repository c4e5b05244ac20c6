package dev.churnagent.analysis;

import dev.churnagent.config.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The highest measure of each limit and site over several runs. Each run is measured on its own: a
 * limit for a call site is about one program, and two test JVMs that happen to run side by side
 * break it no more than the same two one after the other.
 */
final class LimitMeasurements {
  private final List<Limit> limits;
  private final Definitions definitions;
  private final double[][] highest;

  LimitMeasurements(List<Limit> limits, Definitions definitions) {
    this.limits = limits;
    this.definitions = definitions;
    this.highest = new double[limits.size()][0];
  }

  /** New meters for one run, in the order of the limits. */
  LimitMeter[] metersForRun() {
    LimitMeter[] meters = new LimitMeter[limits.size()];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = new LimitMeter(limits.get(i), definitions);
    }
    return meters;
  }

  /** Takes over what the meters of a run show at its end. */
  void runEnded(LimitMeter[] meters) {
    for (int i = 0; i < meters.length; i++) {
      for (int site = 0; site < meters[i].siteCount(); site++) {
        double measured = meters[i].measured(site);
        if (measured >= 0) {
          note(i, site, measured);
        }
      }
    }
  }

  private void note(int limit, int site, double measured) {
    int known = highest[limit].length;
    if (site >= known) {
      highest[limit] = Arrays.copyOf(highest[limit], site + 1);
      Arrays.fill(highest[limit], known, site + 1, -1);
    }
    highest[limit][site] = Math.max(highest[limit][site], measured);
  }

  /** One measurement for each limit and matching site; at least one for each limit. */
  List<LimitMeasurement> results() {
    List<LimitMeasurement> results = new ArrayList<>();
    for (int i = 0; i < highest.length; i++) {
      int before = results.size();
      for (int site = 0; site < highest[i].length; site++) {
        if (highest[i][site] >= 0) {
          results.add(
              new LimitMeasurement(limits.get(i), definitions.site(site), highest[i][site]));
        }
      }
      if (results.size() == before) {
        results.add(new LimitMeasurement(limits.get(i), null, 0));
      }
    }
    return results;
  }
}
