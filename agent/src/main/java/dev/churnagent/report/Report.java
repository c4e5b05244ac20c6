package dev.churnagent.report;

import dev.churnagent.analysis.FrameText;
import dev.churnagent.analysis.Library;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole report, as one immutable value; every format is a view of it. Names and units are those
 * of the contract's section 5; what is not known is null, never 0. Times are ISO-8601 UTC strings.
 *
 * @param requests null if no run recorded fetches, and so are chains and polls
 * @param timeWait null in a stored report of a version that did not model ports
 * @param remedies null in such a report
 * @param verdict null if no limit is known to be violated, but some could not be measured
 * @param timeline null in a stored report of a version that had none, and where nothing happened
 */
public record Report(
    String schema,
    Run run,
    Totals totals,
    List<Site> sites,
    List<EndpointUse> endpoints,
    List<Request> requests,
    List<Chain> chains,
    List<Poll> polls,
    TimeWait timeWait,
    PortExhaustion portExhaustion,
    List<Remedy> remedies,
    List<LimitResult> limits,
    String verdict,
    Timeline timeline) {

  /** The value of {@link #schema()}. */
  public static final String SCHEMA = "churn-report/1";

  /** The same with other lines of its limits, and the verdict that follows from them. */
  public Report judged(List<LimitResult> results, String itsVerdict) {
    return new Report(
        schema,
        run,
        totals,
        sites,
        endpoints,
        requests,
        chains,
        polls,
        timeWait,
        portExhaustion,
        remedies,
        results,
        itsVerdict,
        timeline);
  }

  /** The same with more notes behind those of its run; without a run it stays as it is. */
  public Report withNotes(List<String> more) {
    return run == null || more.isEmpty()
        ? this
        : new Report(
            schema,
            run.withNotes(more),
            totals,
            sites,
            endpoints,
            requests,
            chains,
            polls,
            timeWait,
            portExhaustion,
            remedies,
            limits,
            verdict,
            timeline);
  }

  /**
   * The run, or several merged ones.
   *
   * @param degraded what could not be measured; leads every view
   * @param notes what a reader may want to know, and what makes nothing incomplete
   * @param runsWithoutFetches how many of the merged runs recorded no fetches
   */
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
      List<String> notes,
      int mergedRuns,
      int runsWithoutFetches) {

    Run withNotes(List<String> more) {
      List<String> all = new ArrayList<>(notes);
      all.addAll(more);
      return new Run(
          id,
          pid,
          host,
          os,
          java,
          mainClass,
          startedAt,
          endedAt,
          durationSeconds,
          complete,
          lostEvents,
          degraded,
          all,
          mergedRuns,
          runsWithoutFetches);
    }
  }

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

  /** Connections that lived longer than the bucket before has it, up to {@code upToMillis}. */
  public record LifetimeBucket(double upToMillis, long connections) {}

  /** Closes by who closed first. */
  public record ClosedFirstCounts(long local, long peer, long reset, long unknown) {}

  /** Connections of a site to one endpoint. */
  public record EndpointCount(String address, long connections) {}

  /** Connections of a site within one scope (a test, a flow). */
  public record ScopeCount(String name, long connections) {}

  /** Connections of a site from one whole stack. */
  public record StackCount(long connections, List<String> frames) {}

  /**
   * One call site.
   *
   * @param scopes null if no run had a scope
   * @param signature {@code close-first}, {@code hoard}, {@code leak}, {@code reset}, {@code
   *     peer-first} or {@code pooled}; null where nothing stands out
   * @param lifetimeHistogram from the first to the last bucket that is not empty; null if no
   *     lifetime is known
   * @param clients the clients that opened its connections, most connections first; empty if none
   *     are known
   * @param causes why there are so many; may be empty
   * @param library the client library that the application talks to, or null if none is known
   * @param transport the one that opens the socket for that; null if it is the same or not known
   * @param closedBy who closed connections that others had opened, most first; may be empty
   * @param unreadAnswers HTTP answers that were read only in part before their connection was
   *     closed or the run ended
   */
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
      List<StackCount> stacks,
      String signature,
      List<LifetimeBucket> lifetimeHistogram,
      List<ClientObjects> clients,
      List<Cause> causes,
      Library library,
      Library transport,
      List<ClosedBy> closedBy,
      long unreadAnswers) {

    /** The site as in a stack trace: {@code com.acme.StepA.run(StepA.java:42)}. */
    public String describe() {
      return FrameText.of(className, method, file, line == null ? -1 : line);
    }

    /** The library's part, e.g. {@code Lettuce 7.7.0 over Netty 4.2.20}; null if not known. */
    public String describeLibrary() {
      if (library == null) {
        return null;
      }
      String text = library.describe();
      return transport == null ? text : text + " over " + transport.describe();
    }

    /** How many connections garbage collection closed, because the program had forgotten them. */
    public long closedByCollector() {
      long sum = 0;
      for (ClosedBy closer : closedBy) {
        sum += closer.isGarbageCollection() ? closer.connections() : 0;
      }
      return sum;
    }
  }

  /**
   * Clients, or their pools, of one kind that were built at one place.
   *
   * @param builtAt the site as in a stack trace, or null if that was not seen
   * @param objects how many of them opened a connection
   */
  public record ClientObjects(String kind, String builtAt, long objects, long connections) {}

  /** HTTP requests of one target that were made beneath a watched method. */
  public record Beneath(String target, long calls) {}

  /**
   * One request: all calls with the same target and arguments.
   *
   * @param kind {@code method} or {@code http}
   * @param basis what the identity of the arguments rests on: {@code value}, {@code identity} or
   *     {@code bounded}
   */
  public record Request(
      String id,
      String kind,
      String target,
      String arguments,
      long calls,
      long distinctResults,
      long failures,
      long connections,
      String basis,
      long avoidableCalls,
      List<Beneath> beneath) {

    /** Target and arguments. */
    public String describe() {
      return arguments == null || arguments.isEmpty() ? target : target + " " + arguments;
    }
  }

  /**
   * Repeats of one request, folded with all others of the same shape.
   *
   * @param shape {@code sequence}, {@code nested}, {@code loop} or {@code fan-out}
   * @param root {@code com.acme.Flow#run}
   * @param request id of the {@link Request}
   * @param stepCalls for each step how many of the calls came by it; null in a report of a version
   *     that did not count them
   * @param lines for each step the line of the root that leads to it, or null
   * @param ignored why the user accepts these repeats, or null
   * @param avoidableTimeWait how many of {@code avoidableConnections} would have ended in TIME_WAIT
   *     on our side; null if that can't be known
   */
  public record Chain(
      String id,
      String shape,
      String root,
      List<String> steps,
      String request,
      long occurrences,
      long calls,
      long distinctResults,
      long avoidableCalls,
      long avoidableConnections,
      String advice,
      String target,
      String arguments,
      long distinctArguments,
      List<Integer> lines,
      String ignored,
      Long avoidableTimeWait,
      List<Long> stepCalls) {

    /** Whether it has calls that could have been spared and that the user does not accept. */
    public boolean isRedundant() {
      return avoidableCalls > 0 && ignored == null;
    }

    /** The same, accepted for a reason, or not if it is null. */
    public Chain ignoredFor(String reason) {
      return new Chain(
          id,
          shape,
          root,
          steps,
          request,
          occurrences,
          calls,
          distinctResults,
          avoidableCalls,
          avoidableConnections,
          advice,
          target,
          arguments,
          distinctArguments,
          lines,
          reason,
          avoidableTimeWait,
          stepCalls);
    }
  }

  /** A waiting loop or a retry: told, not blamed. */
  public record Poll(
      String request, String site, long calls, long distinctResults, double meanIntervalMillis) {}

  /** One far end. {@code timeWaitPeak} is modelled, on the run's own system. */
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

  /**
   * Connects that failed for want of a port; {@code first} is null if there was none.
   *
   * @param holders who held ports when the first failed, most first; null if none did, or unknown
   */
  public record PortExhaustion(long errors, FirstExhaustion first, List<Holder> holders) {}

  /** Ports that a call site held towards an endpoint. */
  public record Holder(String site, String endpoint, long open, long timeWait) {}

  /** The port model's profiles, the run's own system first, and what the system's table showed. */
  public record TimeWait(List<PortProfileUse> profiles, ObservedPeak observed) {}

  /**
   * A replay against one system.
   *
   * @param peak TIME_WAIT sockets at once, over all hops
   * @param peakPorts open and TIME_WAIT ports at once, over all hops
   * @param portUsePercent the highest share of a range that no connect could have had
   * @param exhaustedSite the call site whose connect would have failed first, or null
   * @param holders who held ports then, or at {@code peakPortsAt} if they would not run out; most
   *     first, each without hops
   * @param freeAt when the last port in TIME_WAIT is free again, maybe after the run; or null
   * @param hopsAsFound whether nobody stated the hops, so they are those of each endpoint as found
   */
  public record PortProfileUse(
      String os,
      int ports,
      double timeWaitSeconds,
      int hops,
      long peak,
      String peakAt,
      long peakPorts,
      double portUsePercent,
      boolean exhausted,
      String exhaustedAt,
      Double sustainableRatePerSecond,
      Long sustainableCopies,
      boolean perDestination,
      String peakPortsAt,
      String exhaustedSite,
      String exhaustedEndpoint,
      List<Holder> holders,
      boolean hopsAsFound,
      String freeAt) {}

  /**
   * TIME_WAIT as the system's own table showed it.
   *
   * @param peak sockets of this run's connections at one look
   * @param unexplained sockets of others, the highest count of each address
   * @param modelled the model's peak for the same system, without other hops
   * @param difference modelled less observed
   * @param looks how often the table was read
   */
  public record ObservedPeak(
      long peak,
      String at,
      List<AddressCount> byEndpoint,
      List<SiteCount> bySite,
      List<AddressCount> unexplained,
      long modelled,
      long difference,
      long looks) {}

  /** Sockets to one remote address. */
  public record AddressCount(String address, long count) {}

  /** Sockets of one call site. */
  public record SiteCount(String site, long count) {}

  /**
   * What could be done, and what it would save.
   *
   * @param kind {@code cache}, {@code reuse}, {@code skip-hop} or {@code widen-ports}; {@code all}
   *     for those together that can be combined
   * @param target what to do it to: a chain's root, an endpoint, the system
   * @param how one sentence, for {@code widen-ports} the system's command
   * @param os the system that the peaks are of
   * @param hops connections on that machine for each one of ours, before
   */
  public record Remedy(
      String kind,
      String target,
      long connectionsBefore,
      long connectionsAfter,
      long timeWaitPeakBefore,
      long timeWaitPeakAfter,
      String how,
      String os,
      int hops,
      double portUsePercentBefore,
      double portUsePercentAfter) {}

  /**
   * What happened when, in steps of equal width from the first start to the last end of all runs;
   * every list has a number for each step.
   *
   * @param startedAt when the first step begins
   * @param stepMillis how long a step is
   * @param connects connections established within the step
   * @param failed attempts within it that reached the operating system and failed
   * @param peakConnectsPerSecond the most that were established in one of the step's seconds, which
   *     are counted from the start; null where a step is shorter than a second
   * @param open the most that were open at once within it
   * @param systems the port model's profiles over time, in the order of {@link TimeWait#profiles}
   */
  public record Timeline(
      String startedAt,
      double stepMillis,
      List<Long> connects,
      List<Long> failed,
      List<Double> peakConnectsPerSecond,
      List<Long> open,
      List<TimelineSystem> systems) {}

  /**
   * One profile over time.
   *
   * @param ports how many of the range are usable
   * @param timeWait the most sockets in TIME_WAIT at once within the step, over all hops
   * @param usedPorts the most ports at once that were open or in TIME_WAIT, over all hops
   */
  public record TimelineSystem(
      String os, int hops, int ports, List<Long> timeWait, List<Long> usedPorts) {}

  /**
   * One limit on one subject.
   *
   * @param measured null if nothing of the kind was measured
   * @param verdict null if it is not known whether the limit holds
   * @param detail more for people: whose ports, when, and who held them; null where there is none
   */
  public record LimitResult(
      String limit,
      String subject,
      Double measured,
      double allowed,
      String unit,
      String verdict,
      String detail) {
    /** Without more to say. */
    public LimitResult(
        String limit,
        String subject,
        Double measured,
        double allowed,
        String unit,
        String verdict) {
      this(limit, subject, measured, allowed, unit, verdict, null);
    }

    /** The same with another verdict, and why; what was said before stands behind it. */
    public LimitResult judged(String itsVerdict, String why) {
      return new LimitResult(
          limit,
          subject,
          measured,
          allowed,
          unit,
          itsVerdict,
          detail == null ? why : why + "; " + detail);
    }
  }
}
