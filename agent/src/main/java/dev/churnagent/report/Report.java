package dev.churnagent.report;

import dev.churnagent.analysis.FrameText;
import java.util.List;

/**
 * The whole report, as one immutable value; every format is a view of it. Names and units are those
 * of the contract's section 5; what is not known is null, never 0. Times are ISO-8601 UTC strings.
 */
public record Report(
    String schema,
    Run run,
    Totals totals,
    List<Site> sites,
    List<EndpointUse> endpoints,
    List<Object> requests,
    List<Object> chains,
    List<Object> polls,
    Object timeWait,
    PortExhaustion portExhaustion,
    List<Object> remedies,
    List<LimitResult> limits,
    String verdict) {

  /** The value of {@link #schema()}. */
  public static final String SCHEMA = "churn-report/1";

  /** The run, or several merged ones. {@code degraded} leads every view. */
  public record Run(
      String id,
      Long pid,
      String host,
      String os,
      String java,
      String mainClass,
      String startedAt,
      String endedAt,
      double durationSeconds,
      boolean complete,
      long lostEvents,
      List<String> degraded,
      int mergedRuns) {}

  /** The highest rate in any window of that length; null where nothing was established. */
  public record PeakRate(double perSecond, double windowSeconds, String at) {}

  /** Sums over all sites. */
  public record Totals(
      long connections,
      long failed,
      long abandoned,
      long closed,
      long openAtEnd,
      long peakOpen,
      PeakRate peakRate) {}

  /** A count of failures of one kind, by the contract's word. */
  public record Failures(String kind, long count) {}

  /** Percentiles of a duration in milliseconds; null fields never, the whole is null if empty. */
  public record LifetimeMillis(double p50, double p90, double p99, double max) {}

  /** Percentiles of a duration in microseconds. */
  public record ConnectMicros(double p50, double p90, double p99, double max) {}

  /** Closes by who closed first. */
  public record ClosedFirstCounts(long local, long peer, long reset, long unknown) {}

  /** Connections of a site to one endpoint. */
  public record EndpointCount(String address, long connections) {}

  /** Connections of a site within one scope (a test, a flow). */
  public record ScopeCount(String name, long connections) {}

  /** Connections of a site from one whole stack. */
  public record StackCount(long connections, List<String> frames) {}

  /** One call site. {@code scopes} is null until scopes are recorded. */
  public record Site(
      String id,
      String className,
      String method,
      String file,
      Integer line,
      String kind,
      String attribution,
      long connections,
      long failed,
      List<Failures> failures,
      long abandoned,
      long closed,
      long openAtEnd,
      long peakOpen,
      Double meanRatePerSecond,
      PeakRate peakRate,
      LifetimeMillis lifetimeMillis,
      ConnectMicros connectMicros,
      ClosedFirstCounts closedFirst,
      List<EndpointCount> endpoints,
      List<ScopeCount> scopes,
      List<StackCount> stacks) {

    /** The site as in a stack trace: {@code com.acme.StepA.run(StepA.java:42)}. */
    public String describe() {
      return FrameText.of(className, method, file, line == null ? -1 : line);
    }
  }

  /** One far end. {@code timeWaitPeak} is null until ports are modelled. */
  public record EndpointUse(
      String address,
      String host,
      String transport,
      long connections,
      long failed,
      PeakRate peakRate,
      Long timeWaitPeak) {}

  /** The first connect that failed for want of a port. */
  public record FirstExhaustion(String at, String site, String endpoint, String message) {}

  /** Connects that failed for want of a port; {@code first} is null if there was none. */
  public record PortExhaustion(long errors, FirstExhaustion first) {}

  /** One limit on one subject. */
  public record LimitResult(
      String limit, String subject, Double measured, double allowed, String unit, String verdict) {}
}
