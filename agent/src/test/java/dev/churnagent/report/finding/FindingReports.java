package dev.churnagent.report.finding;

import dev.churnagent.report.LimitResults;
import dev.churnagent.report.Report;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.LimitResult;
import dev.churnagent.report.Report.Request;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reports with judged limits, made up by tests of the formats. */
public final class FindingReports {
  public static final String FAST = "com.acme.Fast.run(Fast.java:7)";
  public static final String SLOW = "com.acme.Slow.run(Slow.java:9)";
  public static final String REQUEST = "GET http://127.0.0.1:8100/status";

  private final List<LimitResult> limits = new ArrayList<>();
  private final List<String> degraded = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final List<Chain> chains = new ArrayList<>();
  private long lostEvents;

  /** With the sites {@link #FAST} and {@link #SLOW}, and one chain of five calls. */
  public static FindingReports report() {
    FindingReports report = new FindingReports();
    report.site("com.acme.Slow", "run", "Slow.java", 9, 10);
    report.site("com.acme.Fast", "run", "Fast.java", 7, 50);
    return report.chain("com.acme.Flow#run", "r1", 4, 42);
  }

  /** A report whose two limits are violated at {@link #FAST} and {@link #SLOW}. */
  public static FindingReports violated() {
    return report().fail("max-rate: 5/s", SLOW, 6, 5).fail("max-rate: 5/s", FAST, 50, 5);
  }

  public FindingReports fail(String limit, String subject, double measured, double allowed) {
    return limit(limit, subject, measured, allowed, LimitResults.FAIL, null);
  }

  public FindingReports limit(
      String limit,
      String subject,
      Double measured,
      double allowed,
      String verdict,
      String detail) {
    String unit = limit.startsWith("max-rate") ? "connections/s" : "calls";
    limits.add(new LimitResult(limit, subject, measured, allowed, unit, verdict, detail));
    return this;
  }

  public FindingReports site(
      String className, String method, String file, Integer line, long connections) {
    sites.add(
        new Site(
            className + line,
            className,
            method,
            file,
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
            connections / 10.0,
            new Report.PeakRate(connections, 1, "2026-11-22T15:30:13Z"),
            null,
            null,
            new Report.ClosedFirstCounts(connections, 0, 0, 0),
            List.of(),
            null,
            List.of(),
            "close-first",
            null,
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            0));
    return this;
  }

  public FindingReports chain(String root, String request, long avoidable, Integer line) {
    chains.add(
        new Chain(
            root + request,
            "loop",
            root,
            List.of("com.acme.Step#go"),
            request,
            1,
            avoidable + 1,
            1,
            avoidable,
            avoidable,
            "Fetch once in " + root + ".",
            REQUEST,
            "",
            1,
            java.util.Arrays.asList(line),
            null,
            null,
            null));
    return this;
  }

  public FindingReports degraded(String what) {
    degraded.add(what);
    return this;
  }

  public FindingReports lost(long events) {
    lostEvents = events;
    return this;
  }

  public Report build() {
    return new Report(
        Report.SCHEMA,
        new Report.Run(
            "run-1",
            7L,
            "host",
            "Linux",
            "17",
            "com.acme.Main",
            "2026-11-22T15:30:12.345Z",
            "2026-11-22T15:30:22Z",
            9.655,
            true,
            lostEvents,
            List.copyOf(degraded),
            List.of(),
            1,
            0),
        new Report.Totals(60, 0, 0, 60, 0, 2, null),
        List.copyOf(sites),
        List.of(),
        List.of(
            new Request("r1", "http", REQUEST, "", 5, 1, 0, 5, "value", 4, List.of()),
            new Request(
                "r2", "method", "com.acme.Device#get", "(1)", 5, 1, 0, 5, "value", 4, List.of())),
        List.copyOf(chains),
        List.of(),
        null,
        null,
        null,
        List.copyOf(limits),
        LimitResults.verdict(limits),
        null);
  }

  /** The outcome, with sources looked for below the folder. */
  public Outcome outcome(Path root) {
    return Outcome.of(build(), new SourceTree(root, root.resolve("churn.yaml")));
  }

  /** The outcome where no source file is found. */
  public Outcome outcome() {
    return outcome(Path.of("no", "such", "folder"));
  }
}
