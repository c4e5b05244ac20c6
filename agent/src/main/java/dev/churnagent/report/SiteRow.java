package dev.churnagent.report;

import dev.churnagent.analysis.CallSite;
import dev.churnagent.analysis.Durations;
import dev.churnagent.analysis.Findings;
import dev.churnagent.analysis.Findings.AddressCount;
import dev.churnagent.analysis.Findings.ClientCount;
import dev.churnagent.analysis.Findings.CloserCount;
import dev.churnagent.analysis.Findings.ScopeCount;
import dev.churnagent.analysis.Findings.SiteFindings;
import dev.churnagent.analysis.Findings.StackCount;
import dev.churnagent.analysis.Peak;
import dev.churnagent.analysis.RequestRatios;
import dev.churnagent.analysis.Signature;
import dev.churnagent.analysis.Signatures;
import dev.churnagent.analysis.SiteStatistics;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.FailureKind;
import dev.churnagent.report.Report.ClientObjects;
import dev.churnagent.report.Report.ClosedFirstCounts;
import dev.churnagent.report.Report.ConnectMicros;
import dev.churnagent.report.Report.EndpointCount;
import dev.churnagent.report.Report.Failures;
import dev.churnagent.report.Report.LifetimeBucket;
import dev.churnagent.report.Report.LifetimeMillis;
import dev.churnagent.report.Report.PeakRate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Makes the report's {@code sites}. */
final class SiteRow {
  private static final String BY_STACK = "stack";
  private static final String BY_HANDOFF = "handoff";

  /** More are not told, except those by garbage collection, of which there are never many. */
  private static final int CLOSERS = 20;

  private static final double MICROS_PER_MILLI = 1_000;

  private SiteRow() {}

  /** The rows, those with the most connections first, then those with the highest rate. */
  static List<Report.Site> of(Findings findings, double durationSeconds) {
    List<Report.Site> rows = new ArrayList<>(findings.sites().size());
    RequestRatios requests = new RequestRatios(findings);
    for (SiteFindings site : findings.sites()) {
      Signature signature = Signatures.of(site.statistics(), requests.of(site));
      rows.add(of(site, durationSeconds, signature));
    }
    rows.sort(
        new Comparator<>() {
          @Override
          public int compare(Report.Site one, Report.Site other) {
            int order = Long.compare(other.connections(), one.connections());
            order = order != 0 ? order : Double.compare(rate(other), rate(one));
            order = order != 0 ? order : Long.compare(other.failed(), one.failed());
            return order != 0 ? order : one.id().compareTo(other.id());
          }
        });
    return Collections.unmodifiableList(rows);
  }

  private static double rate(Report.Site site) {
    return site.peakRate() == null ? 0 : site.peakRate().perSecond();
  }

  private static Report.Site of(SiteFindings found, double durationSeconds, Signature signature) {
    CallSite site = found.site();
    SiteStatistics statistics = found.statistics();
    List<ClientObjects> clients = clients(found.clients());
    return new Report.Site(
        site.id(),
        site.className(),
        site.method(),
        site.file(),
        site.line() < 0 ? null : site.line(),
        site.kind().word(),
        found.handedOver() ? BY_HANDOFF : BY_STACK,
        statistics.connections(),
        statistics.failed(),
        failures(statistics),
        statistics.abandonedCount(),
        statistics.closedCount(),
        statistics.openAtEnd(),
        statistics.peakOpen(),
        meanRate(statistics.connections(), durationSeconds),
        peakRate(found.peak()),
        lifetime(statistics.lifetimes()),
        connect(statistics.connects()),
        closedFirst(statistics),
        endpoints(found.endpoints()),
        scopes(found.scopes()),
        stacks(found.stacks()),
        signature == null ? null : signature.word(),
        lifetimeHistogram(statistics.lifetimes()),
        clients,
        SiteCauses.of(found, clients),
        found.library(),
        found.transport(),
        closedBy(found.closers()),
        found.unreadAnswers());
  }

  private static Double meanRate(long connections, double durationSeconds) {
    return durationSeconds > 0 ? Numbers.sixDigits(connections / durationSeconds) : null;
  }

  private static List<Failures> failures(SiteStatistics statistics) {
    List<Failures> failures = new ArrayList<>();
    for (FailureKind kind : FailureKind.values()) {
      if (statistics.failures(kind) > 0) {
        failures.add(new Failures(kind.word(), statistics.failures(kind)));
      }
    }
    return failures;
  }

  /** The highest rate, or null if there is none. */
  static PeakRate peakRate(Peak peak) {
    return peak == null
        ? null
        : new PeakRate(peak.perSecond(), peak.windowSeconds(), UtcTime.of(peak.atNanos()));
  }

  private static LifetimeMillis lifetime(Durations durations) {
    return durations.isEmpty()
        ? null
        : new LifetimeMillis(
            durations.percentileMicros(50) / MICROS_PER_MILLI,
            durations.percentileMicros(90) / MICROS_PER_MILLI,
            durations.percentileMicros(99) / MICROS_PER_MILLI,
            durations.maxMicros() / MICROS_PER_MILLI);
  }

  private static List<LifetimeBucket> lifetimeHistogram(Durations durations) {
    if (durations.isEmpty()) {
      return null;
    }
    List<LifetimeBucket> rows = new ArrayList<>();
    for (Durations.Bucket bucket : durations.buckets()) {
      rows.add(new LifetimeBucket(bucket.upToMicros() / MICROS_PER_MILLI, bucket.count()));
    }
    return Collections.unmodifiableList(rows);
  }

  private static ConnectMicros connect(Durations durations) {
    return durations.isEmpty()
        ? null
        : new ConnectMicros(
            durations.percentileMicros(50),
            durations.percentileMicros(90),
            durations.percentileMicros(99),
            durations.maxMicros());
  }

  private static ClosedFirstCounts closedFirst(SiteStatistics statistics) {
    return new ClosedFirstCounts(
        statistics.closedFirst(ClosedFirst.LOCAL),
        statistics.closedFirst(ClosedFirst.PEER),
        statistics.closedFirst(ClosedFirst.RESET),
        statistics.closedFirst(ClosedFirst.UNKNOWN));
  }

  private static List<ClosedBy> closedBy(List<CloserCount> counts) {
    List<ClosedBy> rows = new ArrayList<>();
    for (CloserCount count : counts) {
      if (rows.size() >= CLOSERS && !count.byCollector()) {
        continue;
      }
      CallSite handed = count.handedOverBy();
      rows.add(
          new ClosedBy(
              count.site().describe(),
              count.byCollector() ? ClosedBy.GARBAGE_COLLECTION : count.site().kind().word(),
              count.library(),
              handed == null ? BY_STACK : BY_HANDOFF,
              handed == null ? null : handed.describe(),
              count.connections()));
    }
    return Collections.unmodifiableList(rows);
  }

  private static List<EndpointCount> endpoints(List<AddressCount> counts) {
    List<EndpointCount> rows = new ArrayList<>(counts.size());
    for (AddressCount count : counts) {
      rows.add(new EndpointCount(count.address(), count.connections()));
    }
    return rows;
  }

  private static List<Report.ScopeCount> scopes(List<ScopeCount> counts) {
    if (counts == null) {
      return null;
    }
    List<Report.ScopeCount> rows = new ArrayList<>(counts.size());
    for (ScopeCount count : counts) {
      rows.add(new Report.ScopeCount(count.name(), count.connections()));
    }
    return rows;
  }

  private static List<ClientObjects> clients(List<ClientCount> counts) {
    List<ClientObjects> rows = new ArrayList<>(counts.size());
    for (ClientCount count : counts) {
      rows.add(
          new ClientObjects(
              count.kind().text(),
              count.builtAt() == null ? null : count.builtAt().describe(),
              count.objects(),
              count.connections()));
    }
    return Collections.unmodifiableList(rows);
  }

  private static List<Report.StackCount> stacks(List<StackCount> counts) {
    List<Report.StackCount> rows = new ArrayList<>(counts.size());
    for (StackCount count : counts) {
      rows.add(new Report.StackCount(count.connections(), count.frames()));
    }
    return rows;
  }
}
