package dev.churnagent.report.text;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.PortWords;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.FirstExhaustion;
import dev.churnagent.report.Report.Holder;
import dev.churnagent.report.Report.PortExhaustion;
import java.util.List;

/** Connects failed for want of a port: the words to search for, and who held the ports then. */
final class AutopsyLines {
  private static final int HOLDERS = 3;

  private AutopsyLines() {}

  /** Adds at most eleven lines, or none. */
  static void add(Lines lines, Report report) {
    PortExhaustion exhaustion = report.portExhaustion();
    if (exhaustion == null || exhaustion.errors() == 0 || exhaustion.first() == null) {
      return;
    }
    FirstExhaustion first = exhaustion.first();
    lines.addBlank();
    lines.add(
        "PORTS RAN OUT: "
            + Numbers.count(exhaustion.errors(), "connect")
            + " failed, the first at "
            + PortWords.time(first.at())
            + " to "
            + first.endpoint()
            + " in");
    lines.addNamed("  ", first.site());
    words(lines);
    holders(lines, exhaustion.holders());
  }

  /** Everybody meets this by another text; whichever a user has, a search finds this block. */
  private static void words(Lines lines) {
    lines.add("  EADDRNOTAVAIL \"Cannot assign requested address\" (Linux, macOS); on Windows");
    lines.add("  WSAEADDRINUSE 10048 \"Only one usage of each socket address (protocol/network");
    lines.add("  address/port) is normally permitted\", \"Address already in use: connect\"");
  }

  private static void holders(Lines lines, List<Holder> holders) {
    if (holders == null) {
      return;
    }
    if (holders.isEmpty()) {
      lines.add("  This program held no port then: look for others on this machine.");
      return;
    }
    lines.add("  Who held this program's ports then:");
    int shown = Math.min(HOLDERS, holders.size());
    for (Holder holder : holders.subList(0, shown)) {
      lines.addNamed("    " + PortWords.held(holder), holder.site());
    }
    if (shown < holders.size()) {
      lines.add("    and " + (holders.size() - shown) + " more in report.json");
    }
  }
}
