package dev.churnagent.benchmarks.volume;

import dev.churnagent.report.Report;
import java.util.ArrayList;
import java.util.List;

/** Compares the report with what the server and the client know. */
final class VolumeChecks {
  static final double MOST_LIVE_MEGABYTES = 32;

  private final List<String> wrong = new ArrayList<>();

  /** Each site must have the same share, the server must have closed first each time. */
  void report(Report report, long accepted, int sites) {
    equal("connections", accepted, report.totals().connections());
    equal("closed", accepted, report.totals().closed());
    equal("openAtEnd", 0, report.totals().openAtEnd());
    equal("failed", 0, report.totals().failed());
    equal("lostEvents", 0, report.run().lostEvents());
    equal("degraded", 0, report.run().degraded().size());
    equal("sites", sites, report.sites().size());
    long closedByPeer = 0;
    for (Report.Site site : report.sites()) {
      closedByPeer += site.closedFirst().peer();
      if (accepted % sites == 0) {
        equal(site.describe(), accepted / sites, site.connections());
      }
    }
    equal("closedFirst.peer", accepted, closedByPeer);
  }

  void equal(String what, long expected, long actual) {
    if (expected != actual) {
      wrong.add(what + " is " + actual + ", not " + expected);
    }
  }

  void live(double megabytes) {
    if (megabytes >= MOST_LIVE_MEGABYTES) {
      wrong.add("the agent keeps " + megabytes + " MB of heap alive");
    }
  }

  /** What does not hold. */
  List<String> wrong() {
    return wrong;
  }
}
