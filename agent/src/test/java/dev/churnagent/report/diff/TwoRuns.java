package dev.churnagent.report.diff;

import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.EndpointUse;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.PeakRate;
import dev.churnagent.report.Report.PortProfileUse;
import dev.churnagent.report.Report.Site;
import java.util.ArrayList;
import java.util.List;

/** Reports to compare, made up by tests. */
final class TwoRuns {
  private final List<Site> sites = new ArrayList<>();
  private final List<EndpointUse> endpoints = new ArrayList<>();
  private final List<LimitResult> limits = new ArrayList<>();
  private List<Chain> chains = new ArrayList<>();
  private final String id;
  private double seconds = 10;
  private boolean complete = true;
  private List<String> degraded = List.of();
  private PortProfileUse windows = profile("windows", 2, 100, 10);
  private long failed;

  private TwoRuns(String id) {
    this.id = id;
  }

  static TwoRuns run(String id) {
    return new TwoRuns(id);
  }

  TwoRuns site(String method, Integer line, long connections, double perSecond) {
    sites.add(
        new Site(
            method + ":" + line,
            "a.A",
            method,
            "A.java",
            line,
            "application",
            "stack",
            connections,
            0,
            List.of(),
            0,
            connections,
            0,
            1,
            connections / seconds,
            connections == 0 ? null : rate(perSecond),
            null,
            null,
            new Report.ClosedFirstCounts(0, 0, 0, 0),
            List.of(),
            null,
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            0));
    return this;
  }

  TwoRuns chain(String shape, String root, String target, long avoidable, String ignored) {
    chains.add(
        new Chain(
            "chain-" + chains.size(),
            shape,
            root,
            List.of(),
            "r1",
            1,
            avoidable + 1,
            1,
            avoidable,
            avoidable,
            "",
            target,
            "",
            1,
            List.of(),
            ignored,
            null,
            null));
    return this;
  }

  TwoRuns chain(String root, long avoidable) {
    return chain("sequence", root, "a.Device#get", avoidable, null);
  }

  TwoRuns endpoint(String address, long connections) {
    endpoints.add(new EndpointUse(address, null, "tcp", connections, 0, rate(1), 0L));
    return this;
  }

  TwoRuns limit(String limit, String subject, double measured, String verdict) {
    limits.add(new LimitResult(limit, subject, measured, 1, "connections", verdict));
    return this;
  }

  TwoRuns withoutFetches() {
    chains = null;
    return this;
  }

  TwoRuns lasting(double itsSeconds) {
    seconds = itsSeconds;
    return this;
  }

  TwoRuns killed() {
    complete = false;
    return this;
  }

  TwoRuns degraded(String what) {
    degraded = List.of(what);
    return this;
  }

  TwoRuns windows(int hops, long timeWait, double percent) {
    windows = profile("windows", hops, timeWait, percent);
    return this;
  }

  TwoRuns failed(long count) {
    failed = count;
    return this;
  }

  Report report() {
    long connections = 0;
    for (Site site : sites) {
      connections += site.connections();
    }
    return new Report(
        Report.SCHEMA,
        new Report.Run(
            id,
            7L,
            "host",
            "Linux",
            "17",
            "a.Main",
            "2026-11-22T15:30:12Z",
            "2026-11-22T15:30:22Z",
            seconds,
            complete,
            0,
            degraded,
            List.of(),
            1,
            chains == null ? 1 : 0),
        new Report.Totals(connections, failed, 0, connections, 0, 1, null),
        sites,
        endpoints,
        chains == null ? null : List.of(),
        chains,
        chains == null ? null : List.of(),
        new Report.TimeWait(List.of(profile("linux", 1, 0, 0), windows), null),
        new Report.PortExhaustion(0, null, null),
        List.of(),
        limits,
        "none",
        null);
  }

  private static PeakRate rate(double perSecond) {
    return new PeakRate(perSecond, 1, "2026-11-22T15:30:13Z");
  }

  private static PortProfileUse profile(String os, int hops, long timeWait, double percent) {
    return new PortProfileUse(
        os, 16384, 120, hops, timeWait, null, timeWait, percent, false, null, null, null, false,
        null, null, null, List.of(), false, null);
  }
}
