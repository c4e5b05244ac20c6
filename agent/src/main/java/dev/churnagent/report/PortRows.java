package dev.churnagent.report;

import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.ObservedTimeWait;
import dev.churnagent.analysis.PortFindings;
import dev.churnagent.analysis.ports.Exhaustion;
import dev.churnagent.analysis.ports.PortHolder;
import dev.churnagent.analysis.ports.PortUse;
import dev.churnagent.report.Report.AddressCount;
import dev.churnagent.report.Report.Holder;
import dev.churnagent.report.Report.ObservedPeak;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.SiteCount;
import dev.churnagent.report.Report.TimeWait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the report's {@code timeWait} and the holders of ports. */
final class PortRows {
  private static final int HOLDERS = 10;
  private static final int ADDRESSES = 20;
  private static final double NANOS = 1e9;

  private final PortFindings ports;
  private final Map<Integer, String> sites = new HashMap<>();

  PortRows(Findings findings) {
    ports = findings.ports();
    for (SiteFindings site : findings.sites()) {
      sites.put(site.id(), site.site().describe());
    }
  }

  /** The model's rows and what the system's table showed. */
  TimeWait timeWait() {
    List<PortProfileUse> profiles = new ArrayList<>();
    for (PortUse use : ports.profiles()) {
      profiles.add(row(use));
    }
    return new TimeWait(Collections.unmodifiableList(profiles), observed());
  }

  /** One profile as in {@code timeWait.profiles}. */
  PortProfileUse row(PortUse use) {
    Exhaustion exhaustion = use.exhaustion();
    return new PortProfileUse(
        use.profile().os(),
        use.profile().ports(),
        use.profile().timeWaitNanos() / NANOS,
        use.hops(),
        use.peakTimeWait(),
        time(use.peakTimeWaitAtNanos()),
        use.peakPorts(),
        use.usePercent(),
        exhaustion != null,
        exhaustion == null ? null : UtcTime.of(exhaustion.atNanos()),
        use.sustainableRatePerSecond(),
        use.sustainableCopies(),
        use.profile().perDestination(),
        time(use.peakPortsAtNanos()),
        exhaustion == null ? null : sites.get(exhaustion.site()),
        exhaustion == null ? null : ports.destinations().get(exhaustion.destination()),
        holders(exhaustion == null ? use.holders() : exhaustion.holders()),
        use.profile().hops() == 0,
        time(use.freeAtNanos()));
  }

  private static String time(long nanos) {
    return nanos < 0 ? null : UtcTime.of(nanos);
  }

  /** The most ports first, at most ten. */
  List<Holder> holders(List<PortHolder> holders) {
    List<Holder> rows = new ArrayList<>();
    for (PortHolder holder : holders.subList(0, Math.min(HOLDERS, holders.size()))) {
      rows.add(
          new Holder(
              sites.get(holder.site()),
              ports.destinations().get(holder.destination()),
              holder.open(),
              holder.timeWait()));
    }
    return Collections.unmodifiableList(rows);
  }

  private ObservedPeak observed() {
    ObservedTimeWait observed = ports.observed();
    if (observed == null) {
      return null;
    }
    // The table has our own sockets only: not what a proxy makes of them.
    long modelled = ports.own().directPeakTimeWait();
    return new ObservedPeak(
        observed.peak(),
        time(observed.atNanos()),
        addresses(observed.byEndpoint()),
        sites(observed.bySite()),
        addresses(observed.unexplained()),
        modelled,
        modelled - observed.peak(),
        observed.looks());
  }

  private static List<AddressCount> addresses(List<ObservedTimeWait.AddressCount> counts) {
    List<AddressCount> rows = new ArrayList<>();
    for (ObservedTimeWait.AddressCount count :
        counts.subList(0, Math.min(ADDRESSES, counts.size()))) {
      rows.add(new AddressCount(count.address(), count.count()));
    }
    return Collections.unmodifiableList(rows);
  }

  private List<SiteCount> sites(List<ObservedTimeWait.SiteCount> counts) {
    List<SiteCount> rows = new ArrayList<>();
    for (ObservedTimeWait.SiteCount count : counts.subList(0, Math.min(ADDRESSES, counts.size()))) {
      rows.add(new SiteCount(sites.get(count.site()), count.count()));
    }
    return Collections.unmodifiableList(rows);
  }
}
