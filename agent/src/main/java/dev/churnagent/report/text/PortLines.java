package dev.churnagent.report.text;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.PortWords;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.ObservedPeak;
import dev.churnagent.report.Report.PortProfileUse;

/**
 * What the run did to the ports of its own system, and would have done to those of others where
 * that is worse: "would this have broken on Windows?" One line if all is well.
 */
final class PortLines {
  /** Below it another system is no news, even if it is worse. */
  private static final double NOTABLE_PERCENT = 1;

  private PortLines() {}

  static void add(Lines lines, Report report) {
    if (report.timeWait() == null || report.timeWait().profiles().isEmpty()) {
      return;
    }
    PortProfileUse own = report.timeWait().profiles().get(0);
    if (own.peakPorts() == 0) {
      return;
    }
    StringBuilder line = new StringBuilder("Ports: ").append(own(own));
    for (PortProfileUse use : report.timeWait().profiles()) {
      if (use != own && !use.exhausted() && isWorse(use, own)) {
        line.append(", ").append(use(use));
      }
    }
    lines.addWrapped("", "  ", line.toString());
    for (PortProfileUse use : report.timeWait().profiles()) {
      if (use.exhausted()) {
        exhausted(lines, use, report.run());
      }
    }
    observed(lines, report);
  }

  private static boolean isWorse(PortProfileUse use, PortProfileUse own) {
    return use.portUsePercent() > own.portUsePercent() && use.portUsePercent() >= NOTABLE_PERCENT;
  }

  private static String own(PortProfileUse own) {
    String text = use(own) + " of " + Numbers.count(own.ports()) + " (TIME_WAIT at most ";
    return text
        + Numbers.count(own.peak())
        + (own.peakAt() == null ? ")" : " at " + PortWords.time(own.peakAt()) + ")");
  }

  private static String use(PortProfileUse use) {
    return PortWords.system(use) + " " + PortWords.percent(use.portUsePercent());
  }

  private static void exhausted(Lines lines, PortProfileUse use, Report.Run run) {
    lines.addNamed(
        "  "
            + use(use)
            + ": would run out after "
            + PortWords.after(run.startedAt(), use.exhaustedAt())
            + " at ",
        use.exhaustedSite());
  }

  private static void observed(Lines lines, Report report) {
    ObservedPeak observed = report.timeWait().observed();
    if (observed != null) {
      lines.add(
          "  TIME_WAIT observed "
              + Numbers.count(observed.peak())
              + ", modelled "
              + Numbers.count(observed.modelled())
              + " ("
              + (observed.difference() < 0 ? "" : "+")
              + Numbers.count(observed.difference())
              + ")"
              + (isWholeRunSeen(report.run()) ? "" : "; the table was not read at the end"));
    }
  }

  /** Without the look at the end, sockets of the last seconds are missing in what was observed. */
  private static boolean isWholeRunSeen(Report.Run run) {
    for (String note : run.notes()) {
      if (note.contains("socket table")) {
        return false;
      }
    }
    return true;
  }
}
