package dev.churnagent.analysis;

import dev.churnagent.config.Limit;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures all limits on connections over all runs, merged by time: test JVMs that run side by side
 * share the ports of one machine, and a report of several runs shows what is judged.
 */
final class LimitMeasurements {
  private final List<Limit> limits = new ArrayList<>();
  private final Definitions definitions;
  private final LimitMeter[] meters;

  LimitMeasurements(List<Limit> limits, Definitions definitions) {
    for (Limit limit : limits) {
      if (!limit.kind().isOfFetches() && !limit.kind().isOfPorts()) {
        this.limits.add(limit);
      }
    }
    this.definitions = definitions;
    this.meters = new LimitMeter[this.limits.size()];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = new LimitMeter(this.limits.get(i), definitions);
    }
  }

  /** Takes an event of any run, in the order of time of all runs. */
  void event(long at, int type, int site, int endpoint) {
    for (LimitMeter meter : meters) {
      meter.event(at, type, site, endpoint);
    }
  }

  /** A run ended while these connections were open; the system closed them. */
  void leftOpen(int site, int endpoint, long count) {
    for (LimitMeter meter : meters) {
      meter.leftOpen(site, endpoint, count);
    }
  }

  /** One measurement for each limit on connections and matching site; at least one for each. */
  List<LimitMeasurement> results() {
    List<LimitMeasurement> results = new ArrayList<>();
    for (int i = 0; i < meters.length; i++) {
      int before = results.size();
      for (int site = 0; site < meters[i].siteCount(); site++) {
        double measured = meters[i].measured(site);
        if (measured >= 0) {
          results.add(new LimitMeasurement(limits.get(i), definitions.site(site), measured));
        }
      }
      if (results.size() == before) {
        results.add(new LimitMeasurement(limits.get(i), null, 0));
      }
    }
    return results;
  }
}
